package dev.cleave.tuner.stats;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * What a number of operations says of a percentile: how many of them lie beyond a bound is
 * binomial, if as many are counted as independent ones would be worth. Exact (Clopper and Pearson,
 * Biometrika 26, 1934), continued to numbers that aren't whole; order statistics bound the
 * percentile itself (David and Nagaraja, "Order Statistics", 7.1).
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

  /**
   * The share of the operations, in order, below which the percentile lies only with probability
   * {@code error}; 0 if there are too few to say.
   *
   * @param percentile as a share: 0.99
   */
  public double lowerRank(double percentile, double error) {
    return 1 - upperRank(1 - percentile, error);
  }

  /** The share above which it lies only with that probability; 1 if there are too few. */
  public double upperRank(double percentile, double error) {
    ShareTest whole = new ShareTest(Math.floor(operations));
    long most = (long) operations;
    long low = 0;
    long high = most + 1; // the first rank that is high enough
    while (low < high) {
      long rank = (low + high) >>> 1;
      if (rank <= most && whole.atMost(rank - 1.0, percentile) < 1 - error) {
        low = rank + 1;
      } else {
        high = rank;
      }
    }
    return low > most || most == 0 ? 1 : (double) low / most;
  }

  /** Whether an upper bound of the percentile can be among so many. */
  public boolean canBoundAbove(double percentile, double error) {
    return operations >= leastOperations(percentile, error);
  }

  /** How many it takes, none beyond: ln(error) / ln(percentile). */
  public static double leastOperations(double percentile, double error) {
    return Math.log(error) / Math.log(percentile);
  }
}
