package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.ByteRange;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.DataMap;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.SyscallException;
import java.util.OptionalLong;

/**
 * Reserves a target's blocks before the first byte, so that a full disk is found at once and the
 * blocks lie together.
 */
final class Preallocation {
  static final long TMPFS_MAGIC = 0x01021994; // linux/magic.h

  private Preallocation() {}

  /** Reserves blocks for the data of a file of that size, none for its holes. */
  static void reserve(Fd target, DataMap data, long size, BytePath name) throws CopyFailure {
    if (data.bytes() == 0) {
      return;
    }
    try {
      if (target.syscalls().fstatfs(target.number()) == TMPFS_MAGIC) {
        // fallocate would touch every page once more: asking and setting the size are free there
        requireRoom(target, data.bytes());
        target.syscalls().ftruncate(target.number(), size);
        return;
      }
      for (ByteRange extent : data.within(new ByteRange(0, size))) {
        if (data.isExact(extent)) {
          target.syscalls().fallocate(target.number(), 0, extent.offset(), extent.length());
        }
      }
    } catch (SyscallException e) {
      if (!e.is(Errno.EOPNOTSUPP, Errno.ENOSYS, Errno.EINVAL)) {
        String wanted = ByteSize.format(data.bytes());
        throw CopyFailure.of(name, "cannot reserve " + wanted + " for " + name.quoted(), e);
      }
    }
  }

  private static void requireRoom(Fd target, long bytes) throws SyscallException {
    OptionalLong available = target.syscalls().availableBytes(target.number());
    if (available.isPresent() && available.getAsLong() < bytes) {
      throw new SyscallException("fstatfs", Errno.ENOSPC);
    }
  }
}
