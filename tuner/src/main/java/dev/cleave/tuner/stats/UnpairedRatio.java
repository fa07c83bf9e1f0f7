package dev.cleave.tuner.stats;

/**
 * The ratio of two throughputs that were measured apart, in two runs: nothing cancels, so each side
 * brings its own noise.
 *
 * <p>The trimmed means of the log throughputs are compared by Welch's t with Satterthwaite's
 * degrees of freedom (Yuen, "The two-sample trimmed t for unequal population variances", Biometrika
 * 61, 1974). It knows the noise within the two runs only: what makes one run as a whole faster than
 * another, a warmer drive or a busy neighbour, is not in it.
 *
 * @param numerator log throughputs of what is compared
 * @param denominator those of what it is compared with
 */
public record UnpairedRatio(PairedRatio numerator, PairedRatio denominator) {
  /** From the natural logarithms of the throughputs of either side, in any order. */
  public static UnpairedRatio trimmed(double[] numeratorLogs, double[] denominatorLogs) {
    return new UnpairedRatio(
        PairedRatio.trimmed(numeratorLogs), PairedRatio.trimmed(denominatorLogs));
  }

  /** The ratio itself; NaN if a side has no sample. */
  public double ratio() {
    return Math.exp(numerator.meanLog() - denominator.meanLog());
  }

  /**
   * The two-sided interval that holds the true ratio with probability {@code confidence}, unbounded
   * if a side has fewer than {@value MeanInterval#LEAST_VALUES} samples.
   */
  public Interval interval(double confidence) {
    if (Math.min(numerator.pairs(), denominator.pairs()) < MeanInterval.LEAST_VALUES) {
      return new Interval(ratio(), 0, Double.POSITIVE_INFINITY);
    }
    double half = halfWidth((1 - confidence) / 2);
    return new Interval(ratio(), ratio() * Math.exp(-half), ratio() * Math.exp(half));
  }

  private double halfWidth(double error) {
    double numeratorVariance = square(numerator.standardError());
    double denominatorVariance = square(denominator.standardError());
    double variance = numeratorVariance + denominatorVariance;
    if (variance == 0) {
      return 0;
    }
    double freedom =
        square(variance)
            / (square(numeratorVariance) / numerator.freedom()
                + square(denominatorVariance) / denominator.freedom());
    return StudentT.upperQuantile(error, Math.max(1, (int) freedom)) * Math.sqrt(variance);
  }

  private static double square(double value) {
    return value * value;
  }
}
