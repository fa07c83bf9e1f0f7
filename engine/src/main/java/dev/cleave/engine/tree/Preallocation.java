package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.SyscallException;

/**
 * Reserves a target's blocks before the first byte, so that a full disk is found at once and the
 * blocks lie together.
 */
final class Preallocation {
  private static final long TMPFS_MAGIC = 0x01021994; // linux/magic.h

  private Preallocation() {}

  static void reserve(Fd target, long bytes, BytePath name) throws CopyFailure {
    if (bytes == 0) {
      return;
    }
    try {
      // tmpfs would touch every page once more: setting the size is free there
      if (target.syscalls().fstatfs(target.number()) == TMPFS_MAGIC) {
        target.syscalls().ftruncate(target.number(), bytes);
      } else {
        target.syscalls().fallocate(target.number(), 0, 0, bytes);
      }
    } catch (SyscallException e) {
      if (!e.is(Errno.EOPNOTSUPP, Errno.ENOSYS, Errno.EINVAL)) {
        throw CopyFailure.of(name, "cannot reserve " + bytes + " bytes for " + name.quoted(), e);
      }
    }
  }
}
