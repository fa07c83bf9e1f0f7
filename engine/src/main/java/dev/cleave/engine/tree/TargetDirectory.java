package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;

/**
 * An open directory that entries are copied into.
 *
 * @param before what it was when it was created or, if it isn't new, found
 * @param isNew whether this copy has made it, so that every name in it is free
 */
record TargetDirectory(Fd fd, FileStatus before, boolean isNew) {
  /** Opens it once more, for reading: it may be held in a way that doesn't allow that. */
  Fd openReadable() throws SyscallException {
    int flags = Open.READ_ONLY | Open.DIRECTORY;
    return Fd.open(fd.syscalls(), fd.number(), BytePath.WORKING_DIRECTORY, flags, 0);
  }
}
