package dev.cleave.bench.qualify;

import dev.cleave.tuner.stats.Bisection;
import dev.cleave.tuner.stats.SerialMean;
import dev.cleave.tuner.stats.ShareTest;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * What the share of operations beyond a bound says, where windows are like their neighbours: as
 * many are counted as independent ones would be worth.
 *
 * @param beyond of the windows' shares beyond the percentile as it was measured
 * @param asMuch the same with those that are equal to it, of which there may be many
 * @param count of all operations
 * @param allowed which share may lie beyond
 */
record Shares(SerialMean beyond, SerialMean asMuch, long count, double allowed) {
  /** How likely so few beyond are if in truth so many are as are allowed: a p-value. */
  double errorOfFewer(double share) {
    return expected(beyond, test -> test.errorOfFewer(share, allowed));
  }

  /** The same of so many. */
  double errorOfMore(double share) {
    return expected(asMuch, test -> test.errorOfMore(share, allowed));
  }

  /** What follows from a number of independent operations. */
  private interface OfTest {
    double value(ShareTest test);
  }

  private double expected(SerialMean shares, OfTest value) {
    return shares.expected(error -> value.value(new ShareTest(effective(shares.mean(), error))));
  }

  private double effective(double share, double standardError) {
    double binomial = share * (1 - share) / count;
    if (!Double.isFinite(standardError)) {
      return 0;
    }
    return binomial > 0 ? count / Math.max(1, standardError * standardError / binomial) : count;
  }

  /** The largest share that is too small to be chance; null if not even none is. */
  @Nullable Double mostThatPasses(double error) {
    return edge(this::errorOfFewer, error, 0, allowed);
  }

  /** The smallest share that is too large to be; null if not even all is. */
  @Nullable Double leastThatFails(double error) {
    return edge(this::errorOfMore, error, 1, allowed);
  }

  /** Between a share that is far enough off and one that isn't. */
  private static @Nullable Double edge(
      DoubleUnaryOperator errorOf, double error, double far, double near) {
    if (errorOf.applyAsDouble(far) > error) {
      return null;
    }
    return Bisection.edge(share -> errorOf.applyAsDouble(share) <= error, far, near);
  }

  /** By the normal approximation, which is enough for a forecast. */
  double longer(double share, Estimate.Errors errors) {
    double error = errors.deciding(share <= allowed);
    double half = NormalDistribution.of(0, 1).inverseSurvivalProbability(error);
    double operations = Math.max(1, expected(beyond, ShareTest::operations));
    double distance = share - allowed;
    return half * half * allowed * (1 - allowed) / operations / (distance * distance);
  }
}
