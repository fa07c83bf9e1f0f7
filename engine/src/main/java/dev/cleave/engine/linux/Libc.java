package dev.cleave.engine.linux;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.ResourceUse;
import dev.cleave.engine.linux.FileStatus.Timestamp;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The system calls of this process, through libc's {@code syscall(2)}: one list, a method for each.
 * It stays in one file, though a long one: a call is looked up here and nowhere else.
 *
 * <p>Blocking calls pin a virtual thread, so platform threads make them. {@link SystemCall} makes
 * them.
 */
public final class Libc implements Syscalls {
  public static final Libc INSTANCE = new Libc();

  private static final int STATFS_SIZE = 256; // asm-generic/statfs.h has 120, with room to grow
  private static final int PATH_MAX = 4096; // linux/limits.h

  // linux/fs.h: _IOW(0x94, 9, int) and _IOW(0x94, 13, struct file_clone_range)
  private static final long FICLONE = 0x40049409L;
  private static final long FICLONERANGE = 0x4020940dL;

  private Libc() {}

  /** Does now what the first call would do; a call meanwhile waits for it. */
  public void link() {
    SystemCall.begin();
  }

  @Override
  public int openat(int directory, BytePath path, int flags, int mode) throws SyscallException {
    SystemCall call = SystemCall.begin();
    return (int)
        call.make(CallNumber.OPENAT, directory, call.text(path), flags | Open.CLOSE_ON_EXEC, mode);
  }

  @Override
  public int openat2(int directory, BytePath path, int flags, long resolve)
      throws SyscallException {
    SystemCall call = SystemCall.begin();
    // struct open_how of linux/openat2.h: flags, mode, resolve
    long how = call.longs(flags | Open.CLOSE_ON_EXEC, 0, resolve);
    return (int) call.make(CallNumber.OPENAT2, directory, call.text(path), how, 3 * Long.BYTES);
  }

  @Override
  public void close(int fd) throws SyscallException {
    SystemCall.begin().make(CallNumber.CLOSE, fd);
  }

  @Override
  public long read(int fd, MemorySegment buffer, long count) throws SyscallException {
    return SystemCall.begin().make(CallNumber.READ, fd, start(buffer, count), count);
  }

  @Override
  public long write(int fd, MemorySegment buffer, long count) throws SyscallException {
    return SystemCall.begin().make(CallNumber.WRITE, fd, start(buffer, count), count);
  }

  /** The address of so many bytes; not by a slice, which costs as much as a short read. */
  private static long start(MemorySegment buffer, long count) {
    Objects.checkFromIndexSize(0, count, buffer.byteSize());
    return buffer.address();
  }

  @Override
  public long lseek(int fd, long offset, int whence) throws SyscallException {
    return SystemCall.begin().make(CallNumber.LSEEK, fd, offset, whence);
  }

  @Override
  public long pread64(int fd, MemorySegment buffer, long count, long offset)
      throws SyscallException {
    return SystemCall.begin().make(CallNumber.PREAD64, fd, start(buffer, count), count, offset);
  }

  @Override
  public long pwrite64(int fd, MemorySegment buffer, long count, long offset)
      throws SyscallException {
    return SystemCall.begin().make(CallNumber.PWRITE64, fd, start(buffer, count), count, offset);
  }

  @Override
  public long copyFileRange(
      int source, long sourceOffset, int target, long targetOffset, long count)
      throws SyscallException {
    SystemCall call = SystemCall.begin();
    long from = call.longs(sourceOffset, targetOffset);
    return call.make(CallNumber.COPY_FILE_RANGE, source, from, target, from + Long.BYTES, count, 0);
  }

  @Override
  public void ficlone(int target, int source) throws SyscallException {
    SystemCall.begin().make(CallNumber.IOCTL, target, FICLONE, source);
  }

  @Override
  public void ficloneRange(int target, int source, long offset, long length)
      throws SyscallException {
    SystemCall call = SystemCall.begin();
    long range = call.longs(source, offset, length, offset);
    call.make(CallNumber.IOCTL, target, FICLONERANGE, range);
  }

  @Override
  public @Nullable DirectAlignment directAlignment(int fd) throws SyscallException {
    SystemCall call = SystemCall.begin();
    long statx = call.room(StatxLayout.BYTES);
    long empty = call.text(BytePath.EMPTY);
    call.make(CallNumber.STATX, fd, empty, Open.AT_EMPTY_PATH, StatxLayout.DIOALIGN, statx);
    return StatxLayout.directAlignment(call, statx);
  }

  @Override
  @SuppressWarnings("restricted") // the kernel's word for where the mapping is, and how long
  public MemorySegment mmap(long length, int protection, int flags, int fd, long offset)
      throws SyscallException {
    long address =
        SystemCall.begin().make(CallNumber.MMAP, 0, length, protection, flags, fd, offset);
    return MemorySegment.ofAddress(address).reinterpret(length);
  }

  @Override
  public void munmap(MemorySegment mapping) throws SyscallException {
    SystemCall.begin().make(CallNumber.MUNMAP, mapping.address(), mapping.byteSize());
  }

  @Override
  public int ioUringSetup(int entries, MemorySegment parameters) throws SyscallException {
    return (int) SystemCall.begin().make(CallNumber.IO_URING_SETUP, entries, parameters.address());
  }

  @Override
  public int ioUringEnter(int ring, int submit, int atLeast, int flags, MemorySegment argument)
      throws SyscallException {
    long from = argument.address();
    long bytes = argument.byteSize();
    return (int)
        SystemCall.begin()
            .make(CallNumber.IO_URING_ENTER, ring, submit, atLeast, flags, from, bytes);
  }

  @Override
  public void ioUringRegister(int ring, int operation, MemorySegment argument, int count)
      throws SyscallException {
    SystemCall.begin()
        .make(CallNumber.IO_URING_REGISTER, ring, operation, argument.address(), count);
  }

  @Override
  public FileStatus statx(int directory, BytePath path, int flags) throws SyscallException {
    SystemCall call = SystemCall.begin();
    long status = call.room(StatxLayout.BYTES);
    call.make(CallNumber.STATX, directory, call.text(path), flags, StatxLayout.BASIC_STATS, status);
    return StatxLayout.status(call, status);
  }

  @Override
  public long fstatfs(int fd) throws SyscallException {
    SystemCall call = SystemCall.begin();
    long statfs = call.room(STATFS_SIZE);
    call.make(CallNumber.FSTATFS, fd, statfs);
    return call.longAt(statfs);
  }

  @Override
  public OptionalLong availableBytes(int fd) throws SyscallException {
    SystemCall call = SystemCall.begin();
    long statfs = call.room(STATFS_SIZE);
    call.make(CallNumber.FSTATFS, fd, statfs);
    // f_bsize, f_blocks and f_bavail of asm-generic/statfs.h; tmpfs without a size has 0 blocks
    return call.longAt(statfs + 16) == 0
        ? OptionalLong.empty()
        : OptionalLong.of(call.longAt(statfs + 8) * call.longAt(statfs + 32));
  }

  @Override
  public void fallocate(int fd, int mode, long offset, long length) throws SyscallException {
    SystemCall.begin().make(CallNumber.FALLOCATE, fd, mode, offset, length);
  }

  @Override
  public void ftruncate(int fd, long length) throws SyscallException {
    SystemCall.begin().make(CallNumber.FTRUNCATE, fd, length);
  }

  @Override
  public void fsync(int fd) throws SyscallException {
    SystemCall.begin().make(CallNumber.FSYNC, fd);
  }

  @Override
  public void fdatasync(int fd) throws SyscallException {
    SystemCall.begin().make(CallNumber.FDATASYNC, fd);
  }

  @Override
  public void flock(int fd, int operation) throws SyscallException {
    SystemCall.begin().make(CallNumber.FLOCK, fd, operation);
  }

  @Override
  public void linkat(int fromDirectory, BytePath from, int toDirectory, BytePath to, int flags)
      throws SyscallException {
    pathToPath(CallNumber.LINKAT, fromDirectory, from, toDirectory, to, flags);
  }

  @Override
  public void renameat2(int fromDirectory, BytePath from, int toDirectory, BytePath to, int flags)
      throws SyscallException {
    pathToPath(CallNumber.RENAMEAT2, fromDirectory, from, toDirectory, to, flags);
  }

  private void pathToPath(
      CallNumber number, int fromDirectory, BytePath from, int toDirectory, BytePath to, int flags)
      throws SyscallException {
    SystemCall call = SystemCall.begin();
    call.make(number, fromDirectory, call.text(from), toDirectory, call.text(to), flags);
  }

  @Override
  public void unlinkat(int directory, BytePath path, int flags) throws SyscallException {
    atPath(CallNumber.UNLINKAT, directory, path, flags);
  }

  @Override
  public void mkdirat(int directory, BytePath path, int mode) throws SyscallException {
    atPath(CallNumber.MKDIRAT, directory, path, mode);
  }

  @Override
  public void faccessat(int directory, BytePath path, int mode) throws SyscallException {
    atPath(CallNumber.FACCESSAT, directory, path, mode);
  }

  @Override
  public void mknodat(int directory, BytePath path, int mode, long device) throws SyscallException {
    SystemCall call = SystemCall.begin();
    call.make(CallNumber.MKNODAT, directory, call.text(path), mode, device);
  }

  @Override
  public void fchmodat(int directory, BytePath path, int mode) throws SyscallException {
    atPath(CallNumber.FCHMODAT, directory, path, mode);
  }

  private void atPath(CallNumber number, int directory, BytePath path, int argument)
      throws SyscallException {
    SystemCall call = SystemCall.begin();
    call.make(number, directory, call.text(path), argument);
  }

  @Override
  public void symlinkat(BytePath target, int directory, BytePath path) throws SyscallException {
    SystemCall call = SystemCall.begin();
    call.make(CallNumber.SYMLINKAT, call.text(target), directory, call.text(path));
  }

  @Override
  public BytePath readlinkat(int directory, BytePath path) throws SyscallException {
    SystemCall call = SystemCall.begin();
    long target = call.room(PATH_MAX);
    long length = call.make(CallNumber.READLINKAT, directory, call.text(path), target, PATH_MAX);
    return BytePath.of(call.bytesAt(target, length));
  }

  @Override
  public void fchmod(int fd, int mode) throws SyscallException {
    SystemCall.begin().make(CallNumber.FCHMOD, fd, mode);
  }

  @Override
  public void fchown(int fd, int owner, int group) throws SyscallException {
    SystemCall.begin().make(CallNumber.FCHOWN, fd, owner, group);
  }

  @Override
  public void fchownat(int directory, BytePath path, int owner, int group, int flags)
      throws SyscallException {
    SystemCall call = SystemCall.begin();
    call.make(CallNumber.FCHOWNAT, directory, call.text(path), owner, group, flags);
  }

  @Override
  public int geteuid() {
    try {
      return (int) SystemCall.begin().make(CallNumber.GETEUID, 0);
    } catch (SyscallException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Override
  public List<BytePath> listxattr(BytePath path) throws SyscallException {
    return XattrCalls.list(CallNumber.LISTXATTR, path);
  }

  @Override
  public List<BytePath> llistxattr(BytePath path) throws SyscallException {
    return XattrCalls.list(CallNumber.LLISTXATTR, path);
  }

  @Override
  public List<BytePath> flistxattr(int fd) throws SyscallException {
    return XattrCalls.list(fd);
  }

  @Override
  public byte[] getxattr(BytePath path, BytePath name) throws SyscallException {
    return XattrCalls.get(CallNumber.GETXATTR, path, name);
  }

  @Override
  public byte[] lgetxattr(BytePath path, BytePath name) throws SyscallException {
    return XattrCalls.get(CallNumber.LGETXATTR, path, name);
  }

  @Override
  public byte[] fgetxattr(int fd, BytePath name) throws SyscallException {
    return XattrCalls.get(fd, name);
  }

  @Override
  public void setxattr(BytePath path, BytePath name, byte[] value) throws SyscallException {
    XattrCalls.set(CallNumber.SETXATTR, path, name, value);
  }

  @Override
  public void lsetxattr(BytePath path, BytePath name, byte[] value) throws SyscallException {
    XattrCalls.set(CallNumber.LSETXATTR, path, name, value);
  }

  @Override
  public void fsetxattr(int fd, BytePath name, byte[] value) throws SyscallException {
    XattrCalls.set(fd, name, value);
  }

  @Override
  public void removexattr(BytePath path, BytePath name) throws SyscallException {
    XattrCalls.remove(path, name);
  }

  @Override
  public void utimensat(
      int directory, BytePath path, Timestamp accessed, Timestamp modified, int flags)
      throws SyscallException {
    SystemCall call = SystemCall.begin();
    call.make(
        CallNumber.UTIMENSAT, directory, call.text(path), times(call, accessed, modified), flags);
  }

  @Override
  public void futimens(int fd, Timestamp accessed, Timestamp modified) throws SyscallException {
    SystemCall call = SystemCall.begin();
    call.make(CallNumber.UTIMENSAT, fd, 0, times(call, accessed, modified), 0);
  }

  private static long times(SystemCall call, Timestamp accessed, Timestamp modified) {
    return call.longs(accessed.seconds(), accessed.nanos(), modified.seconds(), modified.nanos());
  }

  @Override
  public long getdents64(int fd, MemorySegment buffer) throws SyscallException {
    return SystemCall.begin().make(CallNumber.GETDENTS64, fd, buffer.address(), buffer.byteSize());
  }

  @Override
  public int umask(int mask) throws SyscallException {
    return (int) SystemCall.begin().make(CallNumber.UMASK, mask);
  }

  @Override
  public long descriptorLimit() throws SyscallException {
    final int numberOfFiles = 7; // RLIMIT_NOFILE, asm-generic/resource.h
    SystemCall call = SystemCall.begin();
    long limit = call.room(2 * Long.BYTES);
    call.make(CallNumber.PRLIMIT64, 0, numberOfFiles, 0, limit);
    long soft = call.longAt(limit);
    return soft < 0 ? Long.MAX_VALUE : soft; // RLIM_INFINITY has all bits
  }

  @Override
  public void fadvise64(int fd, long offset, long length, int advice) throws SyscallException {
    SystemCall.begin().make(CallNumber.FADVISE64, fd, offset, length, advice);
  }

  @Override
  public long cachestat(int fd, long offset, long length) throws SyscallException {
    return PageCacheCalls.cachestat(fd, offset, length);
  }

  @Override
  public long residentPages(int fd, long length) throws SyscallException {
    return PageCacheCalls.residentPages(fd, length);
  }

  @Override
  public void syncfs(int fd) throws SyscallException {
    SystemCall.begin().make(CallNumber.SYNCFS, fd);
  }

  @Override
  public long sharedBytes(int fd) throws SyscallException {
    return ExtentMap.sharedBytes(fd);
  }

  @Override
  public ResourceUse getrusage(int who) throws SyscallException {
    // struct rusage of linux/resource.h: two times of seconds and microseconds, then 14 longs, of
    // which the last two are the switches; `who` is an int, and negative for children
    SystemCall call = SystemCall.begin();
    long usage = call.room(18 * Long.BYTES);
    call.make(CallNumber.GETRUSAGE, who, usage);
    return new ResourceUse(
        seconds(call, usage) + seconds(call, usage + 2 * Long.BYTES),
        call.longAt(usage + 16 * Long.BYTES),
        call.longAt(usage + 17 * Long.BYTES));
  }

  private static double seconds(SystemCall call, long time) {
    return call.longAt(time) + call.longAt(time + Long.BYTES) / 1e6;
  }
}
