package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;
import org.jspecify.annotations.Nullable;

/**
 * What shall be copied: an entry of an open directory.
 *
 * @param directory held by descriptor, so that nobody can swap it under us
 * @param entry the name in it; of what the user named, the whole path
 * @param shown the whole name as the user would write it, for messages
 */
record SourceName(Fd directory, BytePath entry, BytePath shown) {
  FileStatus status(boolean followsLinks) throws CopyFailure {
    try {
      int flags = followsLinks ? 0 : Open.AT_SYMLINK_NO_FOLLOW;
      return directory.syscalls().statx(directory.number(), entry, flags);
    } catch (SyscallException e) {
      throw CopyFailure.of(shown, "cannot stat " + shown.quoted(), e);
    }
  }

  /** What a symbolic link leads to; null if that is nothing. */
  @Nullable FileStatus pointedTo() {
    try {
      return directory.syscalls().statx(directory.number(), entry, 0);
    } catch (SyscallException dangling) {
      return null;
    }
  }

  /** The directory that the last component of the name is in. */
  FileStatus directoryStatus() throws CopyFailure {
    try {
      return directory.syscalls().statx(directory.number(), entry.parent(), 0);
    } catch (SyscallException e) {
      throw CopyFailure.of(shown, "cannot stat " + shown.quoted(), e);
    }
  }
}
