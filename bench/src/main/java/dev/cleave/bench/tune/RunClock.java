package dev.cleave.bench.tune;

import java.util.function.LongSupplier;

/**
 * Nanoseconds since a tune began, less the time in which it lay still: while recorded samples are
 * given back, the clock stands where it stood when each was taken. For one thread.
 */
final class RunClock implements LongSupplier {
  private static final double NANOS = 1e9;

  private final LongSupplier nanoTime;
  private long zero;
  private long standingAt;
  private boolean runs;

  private RunClock(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** The clock of a tune that began at {@code startNanos} and never lay still. */
  static RunClock since(long startNanos) {
    RunClock clock = new RunClock(System::nanoTime);
    clock.zero = startNanos;
    clock.runs = true;
    return clock;
  }

  /** A clock that stands at zero. */
  static RunClock standing(LongSupplier nanoTime) {
    return new RunClock(nanoTime);
  }

  /** Sets a standing clock. */
  void standAt(double seconds) {
    standingAt = Math.max(standingAt, (long) (seconds * NANOS));
  }

  /** From now on it runs, from where it stands. */
  void run() {
    if (!runs) {
      zero = nanoTime.getAsLong() - standingAt;
      runs = true;
    }
  }

  boolean runs() {
    return runs;
  }

  double seconds() {
    return getAsLong() / NANOS;
  }

  @Override
  public long getAsLong() {
    return runs ? nanoTime.getAsLong() - zero : standingAt;
  }
}
