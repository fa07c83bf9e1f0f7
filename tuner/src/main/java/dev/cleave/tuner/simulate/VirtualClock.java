package dev.cleave.tuner.simulate;

import java.util.function.LongSupplier;

/** A nanosecond clock that only moves when it is told to. */
public final class VirtualClock implements LongSupplier {
  private long nanos;

  /** A clock that begins anywhere, as {@link System#nanoTime} does. */
  public VirtualClock() {
    nanos = -5_000_000_000L;
  }

  @Override
  public long getAsLong() {
    return nanos;
  }

  public void advance(double seconds) {
    nanos += Math.round(seconds * 1e9);
  }
}
