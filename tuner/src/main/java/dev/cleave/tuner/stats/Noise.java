package dev.cleave.tuner.stats;

/** How much two copies under the same plan differ. */
public final class Noise {
  private Noise() {}

  /**
   * The standard deviation of the log ratio of two same-plan copies, from copies taken one after
   * the other: the root mean square successive difference of their log times, which a slow drift
   * hardly inflates (von Neumann, Kent, Bellinson, Hart: "The mean square successive difference",
   * Annals of Mathematical Statistics 12, 1941).
   *
   * @param seconds times of copies under one plan, in the order in which they were taken
   * @return NaN for fewer than two times
   */
  public static double ofNeighbours(double... seconds) {
    if (seconds.length < 2) {
      return Double.NaN;
    }
    double sumOfSquares = 0;
    for (int i = 1; i < seconds.length; i++) {
      double logRatio = Math.log(seconds[i] / seconds[i - 1]);
      sumOfSquares += logRatio * logRatio;
    }
    return Math.sqrt(sumOfSquares / (seconds.length - 1));
  }
}
