package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import org.jspecify.annotations.Nullable;

/**
 * A file that is being written and has no final name yet: unnamed (O_TMPFILE) where the file system
 * can, else under a temporary name. If it is closed before it is committed, nothing is left.
 *
 * <p>A kill -9 leaves the old file or the new one. What can be left behind is a temporary name,
 * where there is no O_TMPFILE, or between the link and the rename that put the file in the place of
 * an old one.
 */
final class PendingFile implements UnfinishedFile {
  private final TargetName target;
  private final Fd fd;
  private @Nullable BytePath temporaryName;

  private PendingFile(TargetName target, Fd fd, @Nullable BytePath temporaryName) {
    this.target = target;
    this.fd = fd;
    this.temporaryName = temporaryName;
  }

  /**
   * Opens the file in the target's directory.
   *
   * @param mode as for open(2), so that umask and default lists mean what they mean to any new
   *     file; nothing that the source's readers may not have, since a temporary name is there to be
   *     seen
   */
  static PendingFile create(TargetName target, int mode) throws SyscallException {
    return create(target, mode, mode);
  }

  /**
   * The same.
   *
   * @param unnamedMode for a file without a name, which nobody else can open
   */
  static PendingFile create(TargetName target, int mode, int unnamedMode) throws SyscallException {
    Syscalls syscalls = target.directory().syscalls();
    int directory = target.directory().number();
    try {
      int flags = Open.TEMPORARY | Open.READ_WRITE;
      Fd fd = Fd.open(syscalls, directory, BytePath.WORKING_DIRECTORY, flags, unnamedMode);
      return new PendingFile(target, fd, null);
    } catch (SyscallException e) {
      // EISDIR: kernels before 3.11; EOPNOTSUPP and ENOENT: file systems without it, open(2)
      if (!e.is(Errno.EOPNOTSUPP, Errno.EISDIR, Errno.EINVAL, Errno.ENOENT)) {
        throw e;
      }
      return createNamed(target, mode);
    }
  }

  private static PendingFile createNamed(TargetName target, int mode) throws SyscallException {
    Syscalls syscalls = target.directory().syscalls();
    int directory = target.directory().number();
    int flags = Open.CREATE | Open.EXCLUSIVE | Open.READ_WRITE | Open.NO_FOLLOW;
    int[] created = new int[1];
    BytePath name =
        TemporaryName.make(any -> created[0] = syscalls.openat(directory, any, flags, mode));
    Fd fd = new Fd(syscalls, created[0]);
    try {
      JournalLock.tryLock(fd); // says to Leftovers that somebody needs it
    } catch (SyscallException e) {
      // a file system without locks
    }
    return new PendingFile(target, fd, name);
  }

  @Override
  public Fd fd() {
    return fd;
  }

  /** There is none: nothing of the file outlives the copy. */
  @Override
  public @Nullable RegionJournal journal() {
    return null;
  }

  @Override
  public void commitNew() throws SyscallException {
    if (temporaryName == null) {
      link(target.entry());
    } else {
      target.giveNew(temporaryName);
      temporaryName = null;
    }
  }

  @Override
  public void commitReplacing() throws SyscallException {
    if (temporaryName == null) {
      temporaryName = TemporaryName.make(this::link);
    }
    target.giveReplacing(temporaryName);
    temporaryName = null;
  }

  /**
   * By the descriptor itself; kernels before 6.10 allow that to root only, through /proc works for
   * all.
   */
  private void link(BytePath name) throws SyscallException {
    Syscalls syscalls = fd.syscalls();
    int directory = target.directory().number();
    try {
      syscalls.linkat(fd.number(), BytePath.EMPTY, directory, name, Open.AT_EMPTY_PATH);
    } catch (SyscallException e) {
      if (!e.is(Errno.ENOENT)) { // what linkat(2) says to those who may not
        throw e;
      }
      int flags = Open.AT_SYMLINK_FOLLOW;
      syscalls.linkat(Open.AT_CWD, fd.procPath(), directory, name, flags);
    }
  }

  @Override
  public void close() throws SyscallException {
    try (fd) {
      if (temporaryName != null) {
        fd.syscalls().unlinkat(target.directory().number(), temporaryName, 0);
        temporaryName = null;
      }
    }
  }
}
