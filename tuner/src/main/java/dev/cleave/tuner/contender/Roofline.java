package dev.cleave.tuner.contender;

import dev.cleave.tuner.measure.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How fast the devices read alone, write alone and do both at once, the medians of a run in bytes
 * per second; what a contender reaches of the last by the durable clock is its share.
 *
 * @param samples how many each median is of
 * @param share what the best plan of the engine reaches; null if the engine has no valid sample
 * @param shareOf that contender
 */
public record Roofline(
    double read,
    double write,
    double copy,
    int samples,
    @Nullable Double share,
    @Nullable String shareOf,
    String by) {
  /** Of a run; null if there is none. */
  static @Nullable Roofline of(BenchRun run, List<ContenderResult> results) {
    if (run.roofline().isEmpty()) {
      return null;
    }
    double copy = median(run, RooflineSample::copy);
    ContenderResult best = ContenderResult.fastest(results, Clock.DURABLE, true);
    return new Roofline(
        median(run, RooflineSample::read),
        median(run, RooflineSample::write),
        copy,
        run.roofline().size(),
        best == null ? null : Double.valueOf(best.bytesPerSecond(Clock.DURABLE) / copy),
        best == null ? null : best.contender().name(),
        run.rooflineBy());
  }

  /** What the contender reaches; NaN if it has no valid sample. */
  public double shareOf(ContenderResult result) {
    return result.bytesPerSecond(Clock.DURABLE) / copy;
  }

  private static double median(BenchRun run, ToDoubleFunction<RooflineSample> rate) {
    double[] sorted = run.roofline().stream().mapToDouble(rate).toArray();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
