package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An existing file, open for writing: that it can be written to is what cp asks for, even where we
 * put a new file in its place.
 *
 * @param name where it is, behind a symbolic link; null if that can't be told
 * @param isBehindLink whether the directory of the name is open for this alone
 */
record WritableTarget(@Nullable TargetName name, Fd fd, FileStatus status, boolean isBehindLink)
    implements AutoCloseable {
  /** Opens what the target's name leads to, and changes nothing. */
  static WritableTarget open(Takeover takeover) throws SyscallException {
    TargetName target = takeover.target();
    boolean follows = takeover.existing() != null && takeover.existing().isSymlink();
    int flags = Open.WRITE_ONLY | Open.NO_TTY | (follows ? 0 : Open.NO_FOLLOW);
    Fd directory = target.directory();
    Fd fd = Fd.open(directory.syscalls(), directory.number(), target.entry(), flags, 0);
    try {
      FileStatus status = fd.status();
      TargetName name = follows ? pointedTo(fd, status, target) : target;
      return new WritableTarget(name, fd, status, follows);
    } catch (SyscallException e) {
      fd.close();
      throw e;
    }
  }

  /** The name of the open file, in a directory that is opened for it. */
  private static @Nullable TargetName pointedTo(Fd fd, FileStatus status, TargetName link)
      throws SyscallException {
    Syscalls syscalls = fd.syscalls();
    Fd parent;
    BytePath path;
    try {
      path = syscalls.readlinkat(Open.AT_CWD, fd.procPath());
      parent = Fd.open(syscalls, Open.AT_CWD, path.parent(), Open.PATH | Open.DIRECTORY, 0);
    } catch (SyscallException unreachable) {
      return null;
    }
    try {
      TargetDirectory directory = new TargetDirectory(parent, parent.status(), false);
      BytePath entry = path.fileName();
      FileStatus named = syscalls.statx(parent.number(), entry, Open.AT_SYMLINK_NO_FOLLOW);
      if (named.isSameFileAs(status)) {
        return new TargetName(directory, entry, link.shown());
      }
    } catch (SyscallException moved) {
      // as if it had another name
    }
    parent.close();
    return null;
  }

  TargetName requireName() {
    return Objects.requireNonNull(name);
  }

  @Override
  public void close() throws SyscallException {
    try (fd) {
      if (name != null && isBehindLink) {
        name.directory().close();
      }
    }
  }
}
