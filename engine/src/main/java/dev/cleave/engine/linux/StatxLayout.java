package dev.cleave.engine.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import dev.cleave.engine.linux.FileStatus.Timestamp;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** Reads {@code struct statx} of linux/stat.h. */
final class StatxLayout {
  static final int BYTES = 256;
  static final int BASIC_STATS = 0x7ff;
  static final int DIOALIGN = 0x2000;

  private StatxLayout() {}

  static FileStatus status(MemorySegment statx) {
    return new FileStatus(
        Short.toUnsignedInt(statx.get(JAVA_SHORT, 28)),
        statx.get(JAVA_INT, 16),
        statx.get(JAVA_INT, 20),
        statx.get(JAVA_INT, 24),
        statx.get(JAVA_LONG, 32),
        statx.get(JAVA_LONG, 40),
        statx.get(JAVA_LONG, 48),
        statx.get(JAVA_INT, 136),
        statx.get(JAVA_INT, 140),
        timestamp(statx, 64),
        timestamp(statx, 112),
        timestamp(statx, 96),
        deviceNumber(statx.get(JAVA_INT, 128), statx.get(JAVA_INT, 132)));
  }

  /** As new_encode_dev of linux/kdev_t.h. */
  private static long deviceNumber(int major, int minor) {
    return (minor & 0xffL) | (long) major << 8 | (minor & ~0xffL) << 12;
  }

  private static Timestamp timestamp(MemorySegment statx, long offset) {
    return new Timestamp(statx.get(JAVA_LONG, offset), statx.get(JAVA_INT, offset + 8));
  }

  /** Null where the kernel filled nothing in. */
  static @Nullable DirectAlignment directAlignment(MemorySegment statx) {
    return (statx.get(JAVA_INT, 0) & DIOALIGN) == 0
        ? null
        : new DirectAlignment(statx.get(JAVA_INT, 152), statx.get(JAVA_INT, 156));
  }
}
