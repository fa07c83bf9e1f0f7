package dev.cleave.tuner.stats;

import java.util.Arrays;

/**
 * The ratio of two throughputs, from pairs that were measured in the same round: drift that both of
 * a pair saw cancels.
 *
 * <p>Log ratios are averaged, so that 2x and 0.5x weigh the same and the mean is a geometric one;
 * bounds are Student's (one-sample t on the log ratios). Without a standard deviation nothing is
 * bounded.
 *
 * @param pairs their number
 * @param meanLog the mean log ratio; NaN without a pair
 * @param sdLog the standard deviation of the log ratios; NaN where nothing is known of it
 * @param freedom degrees of freedom of {@code sdLog}; 0 where nothing is known of it
 */
public record PairedRatio(int pairs, double meanLog, double sdLog, int freedom) {
  private static final double MOST_PAIRS = 1e6;

  /** Of as many pairs, the share that is trimmed at either end. */
  private static final double TRIMMED_SHARE = 0.2;

  private static final int FEWEST_TO_TRIM = 4;

  /**
   * From the natural logarithms of the pairs' ratios, by their trimmed mean: a copy that something
   * else held up, or a round in which the device changed, counts as little as one vote can. Its
   * standard deviation is that of the winsorized values, scaled to the trimmed mean (Tukey and
   * McLaughlin, Sankhya A 25, 1963; Yuen, Biometrika 61, 1974).
   */
  public static PairedRatio trimmed(double... logRatios) {
    int pairs = logRatios.length;
    int cut = pairs < FEWEST_TO_TRIM ? 0 : Math.max(1, (int) (TRIMMED_SHARE * pairs));
    if (cut == 0) {
      return of(logRatios);
    }
    double[] sorted = logRatios.clone();
    Arrays.sort(sorted);
    int kept = pairs - 2 * cut;
    double mean = Arrays.stream(sorted, cut, pairs - cut).average().orElseThrow();
    Arrays.fill(sorted, 0, cut, sorted[cut]);
    Arrays.fill(sorted, pairs - cut, pairs, sorted[pairs - cut - 1]);
    PairedRatio winsorized = of(sorted);
    return new PairedRatio(pairs, mean, winsorized.sdLog() * pairs / kept, kept - 1);
  }

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
        pairs < 2 ? Double.NaN : Math.sqrt(sumOfSquares / (pairs - 1)),
        Math.max(0, pairs - 1));
  }

  /**
   * The same mean with a standard deviation that leans on others': few pairs say little of their
   * own spread, and what other comparisons of the run show is a prior for it (moderated t: Smyth,
   * "Linear models and empirical Bayes methods", Statistical Applications in Genetics and Molecular
   * Biology 3, 2004).
   *
   * @param priorSdLog the standard deviation that is usual in the run
   * @param priorFreedom how many degrees of freedom it counts as
   */
  public PairedRatio moderated(double priorSdLog, int priorFreedom) {
    if (pairs == 0 || Double.isNaN(priorSdLog) || priorFreedom <= 0) {
      return this;
    }
    double own = freedom == 0 ? 0 : freedom * sdLog * sdLog;
    int both = freedom + priorFreedom;
    double variance = (own + priorFreedom * priorSdLog * priorSdLog) / both;
    return new PairedRatio(pairs, meanLog, Math.sqrt(variance), both);
  }

  /** The same ratio the other way round. */
  public PairedRatio inverse() {
    return new PairedRatio(pairs, -meanLog, sdLog, freedom);
  }

  /** The same spread around a mean that lies so many standard errors higher. */
  public PairedRatio raised(double standardErrors) {
    return freedom == 0
        ? this
        : new PairedRatio(pairs, meanLog + standardErrors * standardError(), sdLog, freedom);
  }

  /** The ratio itself: the geometric mean of the pairs' ratios. */
  public double ratio() {
    return Math.exp(meanLog);
  }

  /** The ratio that the true one falls short of with probability {@code error}; 0 if unbounded. */
  public double lowerBound(double error) {
    return freedom == 0 ? 0 : Math.exp(meanLog - halfWidth(error));
  }

  /** The ratio that the true one exceeds with probability {@code error}; infinite if unbounded. */
  public double upperBound(double error) {
    return freedom == 0 ? Double.POSITIVE_INFINITY : Math.exp(meanLog + halfWidth(error));
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
    if (freedom == 0 || distance <= 0) {
      return Integer.MAX_VALUE;
    }
    // No t quantile is below the one of many degrees of freedom: start there, and count up.
    double roots = StudentT.upperQuantile(error, 1_000_000) * sdLog / distance;
    double needed = Math.max(2, Math.ceil(roots * roots));
    while (needed < MOST_PAIRS && resolvableLog(sdLog, (int) needed, error) >= distance) {
      needed++;
    }
    return needed < MOST_PAIRS ? (int) needed : Integer.MAX_VALUE;
  }

  /** The standard error of the mean log ratio. */
  public double standardError() {
    return sdLog / Math.sqrt(pairs);
  }

  private double halfWidth(double error) {
    return StudentT.upperQuantile(error, freedom) * standardError();
  }

  /**
   * The log ratio that {@code pairs} pairs of noise {@code sdLog} can just tell from none,
   * one-sided at {@code error}.
   */
  public static double resolvableLog(double sdLog, int pairs, double error) {
    return StudentT.upperQuantile(error, pairs - 1) * sdLog / Math.sqrt(pairs);
  }
}
