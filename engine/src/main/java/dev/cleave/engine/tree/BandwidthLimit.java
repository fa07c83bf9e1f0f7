package dev.cleave.engine.tree;

import dev.cleave.engine.Cancellation;
import java.util.concurrent.locks.LockSupport;

/**
 * A token bucket that all workers share: whoever has moved bytes waits until they are paid for.
 * Nothing is saved up while nobody copies, so that no burst follows a pause.
 */
final class BandwidthLimit {
  private static final double NANOS_PER_SECOND = 1e9;

  /** A sleeper looks this often whether the copy was cancelled. */
  private static final long LONGEST_NAP_NANOS = 50_000_000;

  /** Time, and how to let some of it pass. */
  interface Clock {
    Clock SYSTEM =
        new Clock() {
          @Override
          public long nanos() {
            return System.nanoTime();
          }

          @Override
          public void park(long nanos) {
            LockSupport.parkNanos(nanos);
          }
        };

    long nanos();

    /** Returns after so many nanoseconds, or sooner. */
    void park(long nanos);
  }

  private final long bytesPerSecond;
  private final Clock clock;
  private long paidUntilNanos;

  /**
   * @param bytesPerSecond 0 for no limit
   */
  BandwidthLimit(long bytesPerSecond, Clock clock) {
    this.bytesPerSecond = bytesPerSecond;
    this.clock = clock;
    this.paidUntilNanos = clock.nanos();
  }

  /**
   * Waits until that many bytes more were within the limit.
   *
   * @throws java.util.concurrent.CancellationException if the copy is cancelled meanwhile
   */
  void pay(long bytes, Cancellation cancellation) {
    if (bytesPerSecond == 0) {
      return;
    }
    long dueNanos = due(bytes);
    for (long left = dueNanos - clock.nanos(); left > 0; left = dueNanos - clock.nanos()) {
      cancellation.check();
      clock.park(Math.min(left, LONGEST_NAP_NANOS));
    }
  }

  private synchronized long due(long bytes) {
    long now = clock.nanos();
    long start = now - paidUntilNanos > 0 ? now : paidUntilNanos; // nanoTime may overflow
    paidUntilNanos = start + (long) (bytes / (double) bytesPerSecond * NANOS_PER_SECOND);
    return paidUntilNanos;
  }

  /**
   * The largest chunk that keeps the flow even: a quarter of a second's worth, in whole pages, but
   * no less than the smallest chunk that is worth a system call.
   */
  long largestChunkBytes() {
    final long smallest = 64 << 10;
    return bytesPerSecond == 0
        ? Long.MAX_VALUE
        : Math.max(smallest, bytesPerSecond / 4 / 4096 * 4096);
  }
}
