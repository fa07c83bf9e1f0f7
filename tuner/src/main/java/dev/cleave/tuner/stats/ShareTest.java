package dev.cleave.tuner.stats;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * What a number of operations says of a percentile: how many of them lie beyond a bound is
 * binomial, if as many are counted as independent ones would be worth. Exact (Clopper and Pearson,
 * Biometrika 26, 1934), continued to numbers that aren't whole.
 *
 * @param operations how many independent ones they are worth
 */
public record ShareTest(double operations) {
  public ShareTest {
    if (!(operations >= 0)) {
      throw new IllegalArgumentException("no number of operations: " + operations);
    }
  }

  /** How likely so few beyond are, or fewer, if in truth {@code share} are: a p-value. */
  public double errorOfFewer(double observedShare, double share) {
    return atMost(observedShare * operations, share);
  }

  /** How likely so many beyond are, or more, if in truth {@code share} are: a p-value. */
  public double errorOfMore(double observedShare, double share) {
    double beyond = observedShare * operations;
    return beyond <= 0 ? 1 : 1 - atMost(beyond - 1, share);
  }

  /** P(X <= count) of a binomial: the regularized incomplete beta function. */
  private double atMost(double count, double share) {
    if (count < 0) {
      return 0;
    }
    if (count >= operations) {
      return 1;
    }
    return BetaDistribution.of(count + 1, operations - count).survivalProbability(share);
  }

  /** How many it takes, none beyond: ln(error) / ln(percentile). */
  public static double leastOperations(double percentile, double error) {
    return Math.log(error) / Math.log(percentile);
  }
}
