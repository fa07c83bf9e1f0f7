package dev.cleave.tuner.stats;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The mean of values taken one after the other, each like its neighbours: windows of one workload.
 * Such values say less than independent ones, so the interval is Student's with the number of
 * independent values that are worth as much, n (1 - rho) / (1 + rho) for a first-order
 * autoregression (Bayley and Hammersley, "The effective number of independent observations in an
 * autocorrelated time series", JRSS Supplement 8, 1946).
 *
 * <p>From few values rho comes out too small (Kendall, Biometrika 41, 1954), and so intervals too
 * narrow: by its plain estimate those of 30 values cover 61 to 84 % where rho is 0.5 to 0.8. Here
 * it is raised by {@code (n rho + 3) / (n - 5)}; simulated, 95 % intervals then cover 94 to 98 %
 * for rho from 0 to 0.9 and 20 values or more.
 *
 * @param standardError of the mean
 * @param effective how many independent values they are worth
 * @param freedom degrees of freedom, not a whole number
 * @param values how many there are
 */
public record SerialMean(
    double mean, double standardError, double effective, double freedom, int values) {
  /** With fewer nothing is bounded. */
  public static final int LEAST_VALUES = 6;

  private static final double MOST_CORRELATION = 0.95;
  private static final double MOST_CAUTIOUS_CORRELATION = 0.97;
  private static final double LEAST_FREEDOM = 0.5;
  private static final double CAUTION = 1.5;

  public static SerialMean of(double... values) {
    return of(values, 0);
  }

  /**
   * With a correlation at the upper end of what it may be, for claims whose error must stay far
   * below 5 %: at 0.1 % one-sided the plain one is wrong 5 times as often as it says, this one as
   * often as it says or less (rho up to 0.8, from 20 values on, simulated).
   */
  public static SerialMean cautious(double... values) {
    return of(values, CAUTION);
  }

  private static SerialMean of(double[] values, double caution) {
    int n = values.length;
    double mean = mean(values);
    if (n < LEAST_VALUES) {
      return new SerialMean(mean, Double.POSITIVE_INFINITY, n, LEAST_FREEDOM, n);
    }
    double squares = 0;
    double products = 0;
    for (int i = 0; i < n; i++) {
      squares += (values[i] - mean) * (values[i] - mean);
      products += i == 0 ? 0 : (values[i] - mean) * (values[i - 1] - mean);
    }
    if (squares <= 0) {
      return new SerialMean(mean, 0, n, n - 1, n);
    }
    double inflation = inflation(correlation(products / squares, n, caution), n);
    double variance = squares / Math.max(1, n - inflation);
    double effective = n / inflation;
    return new SerialMean(
        mean,
        Math.sqrt(variance / effective),
        effective,
        Math.max(LEAST_FREEDOM, effective - 1),
        n);
  }

  private static double correlation(double plain, int n, double caution) {
    double raised = Math.clamp((n * plain + 3) / (n - 5), 0, MOST_CORRELATION);
    double more = raised + caution * Math.sqrt((1 - raised * raised) / n);
    return Math.clamp(more, 0, caution > 0 ? MOST_CAUTIOUS_CORRELATION : MOST_CORRELATION);
  }

  /** By how much the variance of the mean of n such values exceeds that of independent ones. */
  static double inflation(double correlation, int n) {
    double sum = 1;
    double power = 1;
    for (int lag = 1; lag < n; lag++) {
      power *= correlation;
      sum += 2 * (1 - (double) lag / n) * power;
    }
    return sum;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** What the true mean falls short of with probability {@code error} at most. */
  public double lowerBound(double error) {
    return mean - halfWidth(error);
  }

  /** What the true mean exceeds with probability {@code error} at most. */
  public double upperBound(double error) {
    return mean + halfWidth(error);
  }

  private double halfWidth(double error) {
    return standardError == 0
        ? 0
        : TDistribution.of(freedom).inverseSurvivalProbability(error) * standardError;
  }

  /** How likely so high a mean, or a higher one, is if the true one is {@code bound}: a p-value. */
  public double errorOfExceeding(double bound) {
    return standardError == 0
        ? sign(mean - bound)
        : TDistribution.of(freedom).survivalProbability((mean - bound) / standardError);
  }

  /** The same of so low a mean. */
  public double errorOfFallingShort(double bound) {
    return standardError == 0
        ? sign(bound - mean)
        : TDistribution.of(freedom).cumulativeProbability((mean - bound) / standardError);
  }

  private static double sign(double distance) {
    return distance > 0 ? 0 : 1;
  }
}
