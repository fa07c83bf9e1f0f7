package dev.cleave.tuner.simulate;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What many copies of one kind of device that looked for a better plan on their way came to.
 *
 * @param surface the kind
 * @param noise of a copy of half a second or a little more
 * @param copies their number
 * @param ofBestMean throughput to that of the plan that would have been the best all the way
 * @param ofBestP5 what one in twenty is below
 * @param keptOfBestMean the same of copies that would have gone by the kept plan all the way: what
 *     lacks to {@code ofBestMean} is the price of the search
 * @param lossMean what was lost to the default plan, where anything was
 * @param lossP95 what one in twenty exceeds
 * @param searchSecondsMean until the copy stayed with one plan
 * @param searchSecondsMost of all copies
 */
public record AdaptRow(
    String surface,
    double noise,
    int copies,
    double ofBestMean,
    double ofBestP5,
    double keptOfBestMean,
    double lossMean,
    double lossP95,
    double searchSecondsMean,
    double searchSecondsMost) {
  private static final double ONE_IN_TWENTY = 0.05;

  static AdaptRow of(String surface, double noise, List<AdaptedCopy> copies) {
    double[] ofBest = sorted(copies, AdaptedCopy::ofBest);
    double[] loss = sorted(copies, AdaptedCopy::loss);
    double[] seconds = sorted(copies, AdaptedCopy::searchSeconds);
    return new AdaptRow(
        surface,
        noise,
        copies.size(),
        mean(ofBest),
        quantile(ofBest, ONE_IN_TWENTY),
        mean(sorted(copies, AdaptedCopy::keptOfBest)),
        mean(loss),
        quantile(loss, 1 - ONE_IN_TWENTY),
        mean(seconds),
        seconds[seconds.length - 1]);
  }

  private static double[] sorted(List<AdaptedCopy> copies, ToDoubleFunction<AdaptedCopy> figure) {
    return copies.stream().mapToDouble(figure).sorted().toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double quantile(double[] sorted, double share) {
    return sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
  }
}
