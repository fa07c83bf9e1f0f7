package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.RoomNeed;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.SyscallException;

/** What there is to say of a file system that a copy would fill. */
final class LackOfRoom {
  private LackOfRoom() {}

  /** A failure, or a warning where blocks may be shared; nothing if there is room. */
  static EntryReport report(RoomNeed need) {
    EntryReport report = new EntryReport();
    if (!need.mayFit()) {
      BytePath below = need.below();
      SyscallException full = new SyscallException("fstatfs", Errno.ENOSPC);
      report.failed(
          CopyFailure.of(below, "not enough room" + numbers(need, need.leastBytes()), full));
    } else if (!need.fits()) {
      report.warn(
          "it may not fit" + numbers(need, need.mostBytes()) + ", unless blocks are shared");
    }
    return report;
  }

  private static String numbers(RoomNeed need, long bytes) {
    return " below "
        + need.below().quoted()
        + ": needed "
        + ByteSize.format(bytes)
        + ", free "
        + ByteSize.format(need.freeBytes().orElse(0));
  }
}
