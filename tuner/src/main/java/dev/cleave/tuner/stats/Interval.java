package dev.cleave.tuner.stats;

/**
 * A ratio with its confidence interval; 1.25 means 25 % faster than what it is compared with.
 *
 * <p>{@code low} is 0 and {@code high} infinite where there are too few samples for an interval.
 */
public record Interval(double ratio, double low, double high) {
  /** Whether the whole interval lies above {@code bound}. */
  public boolean isAbove(double bound) {
    return low > bound;
  }

  /** Whether the whole interval lies below {@code bound}. */
  public boolean isBelow(double bound) {
    return high < bound;
  }
}
