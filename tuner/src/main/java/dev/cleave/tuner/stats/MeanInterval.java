package dev.cleave.tuner.stats;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A mean with its confidence interval by Student's t distribution, which holds for independent,
 * roughly normal values; the logarithms of throughputs are.
 *
 * <p>{@code low} and {@code high} are infinite below {@value #LEAST_VALUES} values: two agree by
 * luck too often for their interval to say anything.
 *
 * @param values how many values the mean is of
 */
public record MeanInterval(double mean, double low, double high, int values) {
  public static final int LEAST_VALUES = 3;

  /**
   * The interval that covers the mean with probability {@code confidence}.
   *
   * @param confidence 0.95 for 95 %
   * @throws IllegalArgumentException if there is no value, or the confidence isn't between 0 and 1
   */
  public static MeanInterval of(double[] values, double confidence) {
    if (values.length == 0 || !(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "no interval of " + values.length + " values with confidence " + confidence);
    }
    double mean = mean(values);
    double half = halfWidth(values, mean, confidence);
    return new MeanInterval(mean, mean - half, mean + half, values.length);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double halfWidth(double[] values, double mean, double confidence) {
    if (values.length < LEAST_VALUES) {
      return Double.POSITIVE_INFINITY;
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    int freedom = values.length - 1;
    double quantile = TDistribution.of(freedom).inverseCumulativeProbability((1 + confidence) / 2);
    return quantile * Math.sqrt(squares / freedom / values.length);
  }

  /** Whether there were enough values for an interval. */
  public boolean isBounded() {
    return values >= LEAST_VALUES;
  }
}
