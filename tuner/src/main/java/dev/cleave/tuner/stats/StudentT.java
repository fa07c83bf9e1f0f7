package dev.cleave.tuner.stats;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.commons.statistics.distribution.TDistribution;

/** Quantiles of Student's t distribution, by commons-statistics. */
public final class StudentT {
  /** A tune asks for the same few quantiles again and again, and each is a search for a root. */
  private static final ConcurrentMap<Quantile, Double> KNOWN = new ConcurrentHashMap<>();

  private static final int MOST_KNOWN = 10_000;

  private record Quantile(double error, int degreesOfFreedom) {
    double value() {
      return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(error);
    }
  }

  private StudentT() {}

  /**
   * The value that is exceeded with probability {@code error}: 2.015 for 0.05 and 5 degrees of
   * freedom.
   */
  public static double upperQuantile(double error, int degreesOfFreedom) {
    Quantile quantile = new Quantile(error, degreesOfFreedom);
    Double known = KNOWN.get(quantile);
    if (known != null) {
      return known;
    }
    double value = quantile.value();
    if (KNOWN.size() < MOST_KNOWN) {
      KNOWN.put(quantile, value);
    }
    return value;
  }
}
