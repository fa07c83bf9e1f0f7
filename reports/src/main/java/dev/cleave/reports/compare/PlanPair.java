package dev.cleave.reports.compare;

import dev.cleave.engine.CopyPlan;
import dev.cleave.reports.compare.PlanComparison.Rate;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.run.ClassSweep;
import dev.cleave.tuner.stats.Interval;
import dev.cleave.tuner.stats.PairedRatio;
import dev.cleave.tuner.stats.UnpairedRatio;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The samples of one plan in two runs, under one clock.
 *
 * @param run the number of the other run
 * @param sweep the first run's
 */
record PlanPair(
    int run,
    ClassSweep sweep,
    Clock clock,
    String name,
    CopyPlan plan,
    boolean decides,
    List<Sample> before,
    List<Sample> after) {
  PlanPair {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  PlanComparison compared(double confidence, double margin) {
    UnpairedRatio ratio = UnpairedRatio.trimmed(logs(after), logs(before));
    Interval interval = ratio.interval(confidence);
    return new PlanComparison(
        run,
        sweep.sizeClass(),
        sweep.cacheState(),
        clock,
        name,
        plan,
        decides,
        rate(ratio.denominator()),
        rate(ratio.numerator()),
        interval,
        ComparisonVerdict.of(interval, margin));
  }

  /** One for each round: what a round does to one of its copies it does to all of them. */
  private double[] logs(List<Sample> samples) {
    return samples.stream()
        .collect(
            Collectors.groupingBy(
                Sample::round,
                TreeMap::new,
                Collectors.averagingDouble(it -> Math.log(it.bytesPerSecond(clock)))))
        .values()
        .stream()
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  private static Rate rate(PairedRatio logs) {
    return new Rate(logs.ratio(), logs.pairs());
  }
}
