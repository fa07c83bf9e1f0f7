package dev.cleave.tuner.search;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/** What chance allows: bounds that a right tuner misses once in ten thousand times. */
public final class Chance {
  private static final double SELDOM = 1e-4;

  private Chance() {}

  /** The most events of a probability of {@code rate} or less. */
  public static int mostEvents(int trials, double rate) {
    return BinomialDistribution.of(trials, rate).inverseSurvivalProbability(SELDOM);
  }

  /** The fewest events of a probability of {@code rate} or more. */
  public static int fewestEvents(int trials, double rate) {
    return BinomialDistribution.of(trials, rate).inverseCumulativeProbability(SELDOM);
  }
}
