"""A FUSE file system whose every read waits: delaying-files.py BEHIND MOUNT SECONDS [AT_ONCE] [FAULT=N]...

Faults, each of the N-th request of its kind, counted from 1: corrupt (a byte of a write is another
one), drop (a write is acknowledged and not done), read-eio, write-eio, sync-delay (every N-th sync
takes 100 ms). All but the last print where in the file that was.

What it shows lies in the directory BEHIND. Requests wait at the same time as each other, as those
of a network do, so that several in flight take no longer than one; with AT_ONCE not more than so
many, as those of a drive with so many channels do. Needs python3-fusepy.
"""

import errno
import os
import sys
import threading
import time

from fusepy import FUSE, FuseOSError, Operations


class DelayingFiles(Operations):
    def __init__(self, behind, seconds, at_once, faults):
        self.behind = behind
        self.seconds = seconds
        self.channels = threading.Semaphore(at_once)
        self.faults = faults
        self.counting = threading.Lock()
        self.counts = {"read": 0, "write": 0, "sync": 0}

    def count(self, kind):
        with self.counting:
            self.counts[kind] += 1
            return self.counts[kind]

    def is_due(self, fault, number, offset):
        due = number == self.faults.get(fault)
        if due:
            print(fault, "at", offset, flush=True)
        return due

    def path(self, name):
        return self.behind + name

    def getattr(self, name, fh=None):
        try:
            found = os.lstat(self.path(name))
        except OSError as error:
            raise FuseOSError(error.errno) from error
        return {key: getattr(found, key) for key in dir(found) if key.startswith("st_")}

    def readdir(self, name, fh):
        return [".", "..", *os.listdir(self.path(name))]

    def read(self, name, size, offset, fh):
        if self.is_due("read-eio", self.count("read"), offset):
            raise FuseOSError(errno.EIO)
        with self.channels:
            time.sleep(self.seconds)
        return os.pread(fh, size, offset)

    def write(self, name, data, offset, fh):
        number = self.count("write")
        if self.is_due("write-eio", number, offset):
            raise FuseOSError(errno.EIO)
        if self.is_due("drop", number, offset):
            return len(data)
        if self.is_due("corrupt", number, offset):
            middle = len(data) // 2
            data = data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]
        return os.pwrite(fh, data, offset)

    def open(self, name, flags):
        return os.open(self.path(name), flags & ~os.O_DIRECT)

    def create(self, name, mode, fi=None):
        return os.open(self.path(name), os.O_RDWR | os.O_CREAT | os.O_EXCL, mode)

    def release(self, name, fh):
        os.close(fh)

    def fsync(self, name, datasync, fh):
        every = self.faults.get("sync-delay")
        if every and self.count("sync") % every == 0:
            time.sleep(0.1)
        os.fsync(fh)

    def truncate(self, name, length, fh=None):
        os.truncate(self.path(name), length)

    def mkdir(self, name, mode):
        os.mkdir(self.path(name), mode)

    def rmdir(self, name):
        os.rmdir(self.path(name))

    def unlink(self, name):
        os.unlink(self.path(name))

    def rename(self, old, new):
        os.rename(self.path(old), self.path(new))

    def chmod(self, name, mode):
        os.chmod(self.path(name), mode)

    def utimens(self, name, times=None):
        os.utime(self.path(name), times)

    def statfs(self, name):
        found = os.statvfs(self.path(name))
        return {key: getattr(found, key) for key in dir(found) if key.startswith("f_") and key != "f_fsid"}


if __name__ == "__main__":
    at_once = [int(word) for word in sys.argv[4:] if "=" not in word] or [1000]
    faults = {name: int(number) for name, number in (word.split("=") for word in sys.argv[4:] if "=" in word)}
    shown = DelayingFiles(sys.argv[1], float(sys.argv[3]), at_once[0], faults)
    FUSE(shown, sys.argv[2], foreground=True, nothreads=False)
