package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;

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
}
