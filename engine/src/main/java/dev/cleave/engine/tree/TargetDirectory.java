package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;
import org.jspecify.annotations.Nullable;

/** An open directory that entries are copied into, and what is known of it. Threads share it. */
final class TargetDirectory {
  private final Fd fd;
  private final FileStatus before;
  private final boolean isNew;
  private volatile @Nullable Boolean passesOnAccessList;

  /**
   * @param before what it was when it was created or, if it isn't new, found
   * @param isNew whether this copy has made it, so that every name in it is free
   */
  TargetDirectory(Fd fd, FileStatus before, boolean isNew) {
    this.fd = fd;
    this.before = before;
    this.isNew = isNew;
  }

  Fd fd() {
    return fd;
  }

  FileStatus before() {
    return before;
  }

  boolean isNew() {
    return isNew;
  }

  /** Whether what is made in it inherits an access control list. Asked of the kernel once. */
  boolean passesOnAccessList() {
    Boolean known = passesOnAccessList;
    if (known == null) {
      known = AccessLists.hasDefault(fd);
      passesOnAccessList = known;
    }
    return known;
  }

  /** Opens it once more, for reading: it may be held in a way that doesn't allow that. */
  Fd openReadable() throws SyscallException {
    int flags = Open.READ_ONLY | Open.DIRECTORY;
    return Fd.open(fd.syscalls(), fd.number(), BytePath.WORKING_DIRECTORY, flags, 0);
  }
}
