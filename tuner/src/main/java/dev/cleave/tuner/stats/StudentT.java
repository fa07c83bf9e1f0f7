package dev.cleave.tuner.stats;

import org.apache.commons.statistics.distribution.TDistribution;

/** Quantiles of Student's t distribution, by commons-statistics. */
public final class StudentT {
  private StudentT() {}

  /**
   * The value that is exceeded with probability {@code error}: 2.015 for 0.05 and 5 degrees of
   * freedom.
   */
  public static double upperQuantile(double error, int degreesOfFreedom) {
    return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(error);
  }
}
