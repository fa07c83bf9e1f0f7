package dev.cleave.tuner.stats;

/**
 * The ratio of two throughputs, from pairs that were measured in the same round: drift that both of
 * a pair saw cancels.
 *
 * <p>Log ratios are averaged, so that 2x and 0.5x weigh the same and the mean is a geometric one;
 * bounds are Student's (one-sample t on the log ratios). Fewer than two pairs bound nothing.
 *
 * @param pairs their number
 * @param meanLog the mean log ratio; NaN without a pair
 * @param sdLog the sample standard deviation of the log ratios; NaN below two pairs
 */
public record PairedRatio(int pairs, double meanLog, double sdLog) {
  private static final double MOST_PAIRS = 1e6;

  /** From the natural logarithms of the pairs' ratios. */
  public static PairedRatio of(double... logRatios) {
    double mean = 0;
    double sumOfSquares = 0;
    int pairs = 0;
    for (double logRatio : logRatios) { // Welford, Technometrics 4 (1962)
      pairs++;
      double fromOldMean = logRatio - mean;
      mean += fromOldMean / pairs;
      sumOfSquares += fromOldMean * (logRatio - mean);
    }
    return new PairedRatio(
        pairs,
        pairs == 0 ? Double.NaN : mean,
        pairs < 2 ? Double.NaN : Math.sqrt(sumOfSquares / (pairs - 1)));
  }

  /** The ratio itself: the geometric mean of the pairs' ratios. */
  public double ratio() {
    return Math.exp(meanLog);
  }

  /** The ratio that the true one falls short of with probability {@code error}; 0 if unbounded. */
  public double lowerBound(double error) {
    return pairs < 2 ? 0 : Math.exp(meanLog - halfWidth(error, pairs));
  }

  /** The ratio that the true one exceeds with probability {@code error}; infinite if unbounded. */
  public double upperBound(double error) {
    return pairs < 2 ? Double.POSITIVE_INFINITY : Math.exp(meanLog + halfWidth(error, pairs));
  }

  /** The two-sided interval that holds the true ratio with probability {@code confidence}. */
  public Interval interval(double confidence) {
    double error = (1 - confidence) / 2;
    return new Interval(ratio(), lowerBound(error), upperBound(error));
  }

  /**
   * How many pairs it takes until the lower bound exceeds {@code bound}, if ratio and noise stay
   * what they are here; {@link Integer#MAX_VALUE} if no number of pairs does.
   */
  public int pairsToExceed(double bound, double error) {
    double distance = meanLog - Math.log(bound);
    if (pairs < 2 || distance <= 0) {
      return Integer.MAX_VALUE;
    }
    // No t quantile is below the one of many degrees of freedom: start there, and count up.
    double roots = StudentT.upperQuantile(error, 1_000_000) * sdLog / distance;
    double needed = Math.max(2, Math.ceil(roots * roots));
    while (needed < MOST_PAIRS && halfWidth(error, (int) needed) >= distance) {
      needed++;
    }
    return needed < MOST_PAIRS ? (int) needed : Integer.MAX_VALUE;
  }

  private double halfWidth(double error, int ofPairs) {
    return resolvableLog(sdLog, ofPairs, error);
  }

  /**
   * The log ratio that {@code pairs} pairs of noise {@code sdLog} can just tell from none,
   * one-sided at {@code error}.
   */
  public static double resolvableLog(double sdLog, int pairs, double error) {
    return StudentT.upperQuantile(error, pairs - 1) * sdLog / Math.sqrt(pairs);
  }
}
