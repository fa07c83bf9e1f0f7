package dev.cleave.engine.linux;

import dev.cleave.engine.linux.FileStatus.Timestamp;
import org.jspecify.annotations.Nullable;

/** Reads {@code struct statx} of linux/stat.h. */
final class StatxLayout {
  static final int BYTES = 256;
  static final int BASIC_STATS = 0x7ff;
  static final int DIOALIGN = 0x2000;

  private StatxLayout() {}

  static FileStatus status(SystemCall call, long statx) {
    return new FileStatus(
        call.unsignedShortAt(statx + 28),
        call.intAt(statx + 16),
        call.intAt(statx + 20),
        call.intAt(statx + 24),
        call.longAt(statx + 32),
        call.longAt(statx + 40),
        call.longAt(statx + 48),
        call.intAt(statx + 136),
        call.intAt(statx + 140),
        timestamp(call, statx + 64),
        timestamp(call, statx + 112),
        timestamp(call, statx + 96),
        deviceNumber(call.intAt(statx + 128), call.intAt(statx + 132)),
        call.longAt(statx + 8));
  }

  /** As new_encode_dev of linux/kdev_t.h. */
  private static long deviceNumber(int major, int minor) {
    return (minor & 0xffL) | (long) major << 8 | (minor & ~0xffL) << 12;
  }

  private static Timestamp timestamp(SystemCall call, long place) {
    return new Timestamp(call.longAt(place), call.intAt(place + 8));
  }

  /** Null where the kernel filled nothing in. */
  static @Nullable DirectAlignment directAlignment(SystemCall call, long statx) {
    return (call.intAt(statx) & DIOALIGN) == 0
        ? null
        : new DirectAlignment(call.intAt(statx + 152), call.intAt(statx + 156));
  }
}
