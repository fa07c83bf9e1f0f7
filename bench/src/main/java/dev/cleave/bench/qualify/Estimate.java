package dev.cleave.bench.qualify;

import dev.cleave.tuner.qualify.Comparison;
import dev.cleave.tuner.stats.SerialMean;
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
 * @param failErrorAtBest the same without what our own waiting for a processor can have done
 * @param holdsAtBest whether it is good enough then, by how it looks
 * @param timesLonger how many times as long a run decides it if all stays as it is; infinite if
 *     none
 */
record Estimate(
    double measured,
    @Nullable Double low,
    @Nullable Double high,
    double passError,
    double failError,
    double failErrorAtBest,
    boolean holdsAtBest,
    double timesLonger) {

  /** Up to which error an interval and a verdict may go. */
  record Errors(double pass, double fail) {
    double deciding(boolean good) {
      return good ? pass : fail;
    }
  }

  /**
   * Of a mean of windows.
   *
   * @param atBest the same without our own waiting for a processor
   */
  static Estimate ofMean(
      double[] values, double[] atBest, Comparison comparison, double bound, Errors errors) {
    SerialMean mean = SerialMean.of(values);
    boolean upwards = comparison.isUpwards();
    SerialMean best = upwards ? SerialMean.of(atBest) : mean;
    boolean good = comparison.holds(mean.mean(), bound);
    double side = mean.halfWidth(errors.pass);
    double half = good ? side : mean.halfWidth(errors.fail);
    double distance = Math.abs(mean.mean() - bound);
    return new Estimate(
        mean.mean(),
        bounded(mean.mean() - side),
        bounded(mean.mean() + side),
        upwards ? mean.errorOfExceeding(bound) : mean.errorOfFallingShort(bound),
        failError(mean, upwards, bound),
        failError(best, upwards, bound),
        comparison.holds(best.mean(), bound),
        half * half / (distance * distance));
  }

  private static double failError(SerialMean mean, boolean upwards, double bound) {
    return upwards ? mean.errorOfFallingShort(bound) : mean.errorOfExceeding(bound);
  }

  /**
   * Of a percentile of the windows.
   *
   * @param percentile as a share: with 0.05 one window in twenty may be worse
   * @param atBest the same without our own waiting for a processor
   */
  static Estimate ofWindows(
      double[] values,
      double[] atBest,
      double percentile,
      Comparison comparison,
      double bound,
      Errors errors) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double typical = sorted[index(Math.ceil(percentile * sorted.length) - 1, sorted.length)];
    Shares shares =
        new Shares(
            SerialMean.of(Arrays.stream(values).map(value -> value < typical ? 1 : 0).toArray()),
            SerialMean.of(Arrays.stream(values).map(value -> value <= typical ? 1 : 0).toArray()),
            values.length,
            percentile);
    double violating = violating(values, comparison, bound);
    double violatingAtBest =
        comparison.isUpwards() ? violating(atBest, comparison, bound) : violating;
    Double few = shares.mostThatPasses(errors.pass);
    Double many = shares.leastThatFails(errors.pass);
    return new Estimate(
        typical,
        few == null
            ? null
            : Double.valueOf(sorted[index(Math.floor(few * sorted.length), sorted.length)]),
        many == null
            ? null
            : Double.valueOf(sorted[index(Math.ceil(many * sorted.length) - 1, sorted.length)]),
        shares.errorOfFewer(violating / values.length),
        shares.errorOfMore(violating / values.length),
        shares.errorOfMore(violatingAtBest / values.length),
        violatingAtBest <= percentile * values.length,
        shares.longer(violating / values.length, errors));
  }

  private static double violating(double[] values, Comparison comparison, double bound) {
    return Arrays.stream(values).filter(value -> !comparison.holds(value, bound)).count();
  }

  private static int index(double rank, int length) {
    return Math.clamp((long) rank, 0, length - 1);
  }

  /**
   * Of a percentile of latencies.
   *
   * @param encoded histograms of the windows
   * @param madeLate how many can have been too long only by our own waiting for a processor
   * @param bound in seconds
   */
  static Estimate ofLatencies(
      List<String> encoded,
      double percentile,
      double madeLate,
      Comparison comparison,
      double bound,
      Errors errors) {
    Latencies all = Latencies.of(encoded);
    double typical = all.seconds(percentile);
    Shares shares =
        new Shares(
            beyond(encoded, typical, false),
            beyond(encoded, typical, true),
            all.count(),
            1 - percentile);
    boolean orAsLong = comparison == Comparison.BELOW;
    double share = all.shareBeyond(bound, orAsLong);
    double shareAtBest = Math.max(0, share - madeLate / Math.max(1, all.count()));
    Double few = shares.mostThatPasses(errors.pass);
    Double many = shares.leastThatFails(errors.pass);
    return new Estimate(
        typical,
        many == null ? null : Double.valueOf(all.seconds(1 - many)),
        few == null ? null : Double.valueOf(all.seconds(1 - few)),
        shares.errorOfFewer(share),
        shares.errorOfMore(share),
        shares.errorOfMore(shareAtBest),
        shareAtBest <= 1 - percentile,
        shares.longer(share, errors));
  }

  private static SerialMean beyond(List<String> encoded, double seconds, boolean orAsLong) {
    return SerialMean.of(
        encoded.stream()
            .filter(one -> !one.isEmpty())
            .mapToDouble(one -> Latencies.of(List.of(one)).shareBeyond(seconds, orAsLong))
            .toArray());
  }

  private static @Nullable Double bounded(double value) {
    return Double.isFinite(value) ? Double.valueOf(value) : null;
  }
}
