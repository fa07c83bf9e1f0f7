package dev.cleave.tuner.search;

import java.util.function.LongSupplier;

/**
 * What a tune may use.
 *
 * @param nanoClock as {@link System#nanoTime}: only differences mean something
 * @param startNanos when the tune began, by that clock
 * @param seconds how long it may last
 * @param writeBytes how much it may write; {@link #UNLIMITED_BYTES} if it was told nothing
 */
public record Budget(LongSupplier nanoClock, long startNanos, double seconds, long writeBytes) {
  public static final long UNLIMITED_BYTES = Long.MAX_VALUE;

  private static final double NANOS_PER_SECOND = 1e9;

  public Budget {
    if (!(seconds > 0) || writeBytes <= 0) {
      throw new IllegalArgumentException(
          "a budget must be positive: " + seconds + " s, " + writeBytes + " bytes");
    }
  }

  public double elapsedSeconds() {
    return (nanoClock.getAsLong() - startNanos) / NANOS_PER_SECOND;
  }

  public double secondsLeft() {
    return seconds - elapsedSeconds();
  }
}
