package dev.cleave.bench.qualify;

import dev.cleave.tuner.qualify.Comparison;
import dev.cleave.tuner.stats.SerialMean;
import dev.cleave.tuner.stats.ShareTest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a series says of a bound.
 *
 * @param low the true value is below it only with the probability asked for; null if unbounded
 * @param high the same above
 * @param passError how likely this is if the device were just not good enough
 * @param failError how likely this is if the device were just good enough
 * @param timesLonger how many times as long a run decides it if all stays as it is; infinite if
 *     none
 */
record Estimate(
    double measured,
    @Nullable Double low,
    @Nullable Double high,
    double passError,
    double failError,
    double timesLonger) {

  /** Of a mean of windows. */
  static Estimate ofMean(double[] values, Comparison comparison, double bound, double error) {
    SerialMean mean = SerialMean.of(values);
    SerialMean cautious = SerialMean.cautious(values);
    boolean upwards = comparison.isUpwards();
    double low = mean.lowerBound(error);
    double high = mean.upperBound(error);
    double distance = Math.abs(mean.mean() - bound);
    double half = mean.mean() - low;
    return new Estimate(
        mean.mean(),
        bounded(low),
        bounded(high),
        upwards ? mean.errorOfExceeding(bound) : mean.errorOfFallingShort(bound),
        upwards ? cautious.errorOfFallingShort(bound) : cautious.errorOfExceeding(bound),
        half * half / (distance * distance));
  }

  /**
   * Of a percentile of the windows.
   *
   * @param percentile as a share: with 0.05 one window in twenty may be worse
   */
  static Estimate ofWindows(
      double[] values, double percentile, Comparison comparison, double bound, double error) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double typical = at(sorted, percentile);
    double[] beyond = Arrays.stream(values).map(value -> value < typical ? 1 : 0).toArray();
    double violating =
        Arrays.stream(values).filter(value -> !comparison.holds(value, bound)).count();
    ShareTest test = new ShareTest(effective(beyond, values.length, false));
    ShareTest cautious = new ShareTest(effective(beyond, values.length, true));
    double share = violating / values.length;
    double low = test.lowerRank(percentile, error);
    double high = test.upperRank(percentile, error);
    return new Estimate(
        typical,
        low <= 0 ? null : Double.valueOf(at(sorted, low)),
        high >= 1 ? null : Double.valueOf(at(sorted, high)),
        test.errorOfFewer(share, percentile),
        cautious.errorOfMore(share, percentile),
        longer(share, percentile, test.operations()));
  }

  private static double at(double[] sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)];
  }

  /**
   * Of a percentile of latencies.
   *
   * @param encoded histograms of the windows
   * @param bound in seconds
   */
  static Estimate ofLatencies(
      List<String> encoded, double percentile, Comparison comparison, double bound, double error) {
    Latencies all = Latencies.of(encoded);
    double typical = all.seconds(percentile);
    double[] beyond =
        encoded.stream()
            .filter(one -> !one.isEmpty())
            .mapToDouble(one -> Latencies.of(List.of(one)).shareBeyond(typical, false))
            .toArray();
    double allowed = 1 - percentile;
    ShareTest test = new ShareTest(effective(beyond, all.count(), false));
    ShareTest cautious = new ShareTest(effective(beyond, all.count(), true));
    double share = all.shareBeyond(bound, comparison == Comparison.BELOW);
    double low = test.lowerRank(percentile, error);
    boolean bounded = test.canBoundAbove(percentile, error);
    return new Estimate(
        typical,
        low <= 0 ? null : Double.valueOf(all.seconds(low)),
        bounded ? Double.valueOf(all.seconds(test.upperRank(percentile, error))) : null,
        test.errorOfFewer(share, allowed),
        cautious.errorOfMore(share, allowed),
        longer(share, allowed, test.operations()));
  }

  /** How many independent ones so many are worth, of which such shares lie beyond a value. */
  private static double effective(double[] shares, long count, boolean cautiously) {
    SerialMean mean = cautiously ? SerialMean.cautious(shares) : SerialMean.of(shares);
    if (!Double.isFinite(mean.standardError())) {
      return 0;
    }
    double binomial = mean.mean() * (1 - mean.mean()) / count;
    double variance = mean.standardError() * mean.standardError();
    return binomial > 0 ? count / Math.max(1, variance / binomial) : count;
  }

  /** By the normal approximation, which is enough for a forecast. */
  private static double longer(double share, double allowed, double effective) {
    double half = 1.645 * Math.sqrt(allowed * (1 - allowed) / Math.max(1, effective));
    double distance = Math.abs(share - allowed);
    return half * half / (distance * distance);
  }

  private static @Nullable Double bounded(double value) {
    return Double.isFinite(value) ? Double.valueOf(value) : null;
  }
}
