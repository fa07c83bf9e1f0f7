package dev.cleave.bench.trial;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.SizeClass;
import java.util.OptionalLong;

/**
 * How much a sample copies: enough to take half a second until it is on the device, and no more
 * than there is room and budget for. A pure function of a calibration copy.
 *
 * @param sizeClass whose files are copied
 * @param roomBytes for one copy, the data itself being there
 * @param writeBudgetBytes for all copies together; Long.MAX_VALUE if there is none
 * @param leastCopies that the run can't do with fewer of
 */
public record SampleSize(
    SizeClass sizeClass, long roomBytes, long writeBudgetBytes, int leastCopies) {
  /** A copy that is shorter is mostly start-up and the clock's own noise. */
  public static final double SECONDS = 0.5;

  /** A calibration copy is one noisy sample. */
  private static final double RESERVE = 1.2;

  /** What the data takes to be one of its class, and worth counting. */
  public static long leastBytes(SizeClass sizeClass) {
    return switch (sizeClass) {
      case LARGE -> 128 * ByteSize.MIB;
      case MEDIUM -> 16 * ByteSize.MIB;
      case SMALL -> 4 * ByteSize.MIB;
    };
  }

  /**
   * In bytes, a multiple of the class's least; empty if not even that fits.
   *
   * @param bytes of the calibration copy
   * @param seconds it took until it was on the device
   */
  public OptionalLong choose(long bytes, double seconds) {
    if (bytes < 1 || !(seconds > 0)) {
      throw new IllegalArgumentException("no calibration: " + bytes + " bytes in " + seconds);
    }
    long unit = leastBytes(sizeClass);
    double wanted = bytes * (SECONDS * RESERVE / seconds);
    long units = (long) Math.ceil(wanted / unit);
    long most = Math.min(roomBytes, writeBudgetBytes / Math.max(1, leastCopies)) / unit;
    return most < 1 ? OptionalLong.empty() : OptionalLong.of(Math.clamp(units, 1, most) * unit);
  }
}
