package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import org.jspecify.annotations.Nullable;

/**
 * Where a copy shall appear: an entry of an open directory.
 *
 * @param parent held by descriptor, so that nobody can swap it under us
 * @param entry the name in it, without slashes
 * @param shown the whole name as the user wrote it, for messages
 */
record TargetName(TargetDirectory parent, BytePath entry, BytePath shown) {
  private static final int RENAME_NOREPLACE = 1; // linux/fs.h

  Fd directory() {
    return parent.fd();
  }

  /** Another entry of the same directory. */
  TargetName sibling(BytePath name) {
    BytePath above = shown.parent();
    boolean isBare = above.equals(BytePath.WORKING_DIRECTORY);
    return new TargetName(parent, name, isBare ? name : above.resolve(name));
  }

  /** Gives this name, which must be free, to a file of the directory; EEXIST if it is taken. */
  void giveNew(BytePath from) throws SyscallException {
    Syscalls syscalls = directory().syscalls();
    int number = directory().number();
    try {
      syscalls.renameat2(number, from, number, entry, RENAME_NOREPLACE);
    } catch (SyscallException e) {
      if (!e.is(Errno.EINVAL)) {
        throw e;
      }
      // the file system has no RENAME_NOREPLACE: link says EEXIST as well
      syscalls.linkat(number, from, number, entry, 0);
      syscalls.unlinkat(number, from, 0);
    }
  }

  /** Gives this name to a file of the directory, in the place of the one that has it. */
  void giveReplacing(BytePath from) throws SyscallException {
    int number = directory().number();
    directory().syscalls().renameat2(number, from, number, entry, 0);
  }

  /** What the entry is now, symbolic links not followed; null if there is none. */
  @Nullable FileStatus status() throws CopyFailure {
    if (parent.isNew()) {
      return null; // if somebody has been faster, the commit finds out
    }
    try {
      return directory().syscalls().statx(directory().number(), entry, Open.AT_SYMLINK_NO_FOLLOW);
    } catch (SyscallException e) {
      if (e.is(Errno.ENOENT)) {
        return null;
      }
      throw CopyFailure.of(shown, "cannot stat " + shown.quoted(), e);
    }
  }

  /**
   * What the entry leads to, symbolic links followed; null if that is nothing.
   *
   * @throws CopyFailure if it can't be told
   */
  @Nullable FileStatus followed() throws CopyFailure {
    try {
      return directory().syscalls().statx(directory().number(), entry, 0);
    } catch (SyscallException e) {
      if (e.is(Errno.ENOENT)) {
        return null;
      }
      throw CopyFailure.of(shown, "cannot stat " + shown.quoted(), e);
    }
  }

  /** As {@link #followed}; null also if it can't be told. */
  @Nullable FileStatus pointedTo() {
    try {
      return followed();
    } catch (CopyFailure unreachable) {
      return null;
    }
  }

  /** The name beside it that has that at its end. */
  TargetName withSuffix(BytePath suffix) {
    BytePath shownBeside = shown.withoutTrailingSlashes().plus(suffix);
    return new TargetName(parent, entry.plus(suffix), shownBeside);
  }
}
