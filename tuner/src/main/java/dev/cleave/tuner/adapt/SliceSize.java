package dev.cleave.tuner.adapt;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.MemoryBudget;
import dev.cleave.engine.Split;

/**
 * How large a slice must be: so long that a time of it says something, so short that a bad plan
 * costs little, and for each task a few chunks at the least.
 */
final class SliceSize {
  /** The first one, of a device of which nothing is known. */
  static final long FIRST_BYTES = 16 * ByteSize.MIB;

  private static final double SECONDS = 0.2;
  private static final long MOST_BYTES = 256 * ByteSize.MIB;
  private static final int CHUNKS = 2;

  private SliceSize() {}

  /**
   * The slices of a comparison.
   *
   * @param bytesPerSecond of the plan of so far
   */
  static long bytes(double bytesPerSecond, CopyPlan holder, CopyPlan challenger) {
    long wanted = (long) Math.min(MOST_BYTES, bytesPerSecond * SECONDS);
    long least = Math.max(FIRST_BYTES, Math.max(least(holder), least(challenger)));
    return Math.max(wanted, least) / Split.ALIGNMENT_BYTES * Split.ALIGNMENT_BYTES;
  }

  /** Whether slices by it are short enough to be tried: one that is bad must not cost seconds. */
  static boolean isShort(CopyPlan challenger) {
    return least(challenger) <= MOST_BYTES;
  }

  /** Below it the plan would not be split as it says, or each task would have one request. */
  private static long least(CopyPlan plan) {
    return Math.max(CHUNKS * MemoryBudget.bytes(plan), plan.tasks() * Split.SMALLEST_CUT_BYTES / 2);
  }
}
