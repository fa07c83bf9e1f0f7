package dev.cleave.tuner.contender;

import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.stats.Interval;
import dev.cleave.tuner.stats.PairedRatio;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a run: each contender's figures, and their ratios, paired in rounds.
 *
 * @param results in the order of the run's contenders
 * @param cp the contender that {@code ratioToCp} compares with: {@code cp} itself, or where it only
 *     shares blocks its first variant that copies; null if none of them has a valid sample
 * @param roofline null if it was not measured
 */
public record BenchFindings(
    BenchRun run, List<ContenderResult> results, @Nullable String cp, @Nullable Roofline roofline) {
  private static final String CP = "cp";

  public BenchFindings {
    results = List.copyOf(results);
  }

  public static BenchFindings of(BenchRun run) {
    List<ContenderResult> results =
        run.contenders().stream().map(contender -> ContenderResult.of(contender, run)).toList();
    String cp =
        results.stream()
            .filter(ContenderResult::hasSamples)
            .map(result -> result.contender().name())
            .filter(name -> name.equals(CP) || name.startsWith(CP + " "))
            .findFirst()
            .orElse(null);
    return new BenchFindings(run, results, cp, Roofline.of(run, results));
  }

  /**
   * How many times as fast as another one it is; null if they have no round in common. From three
   * pairs on by their trimmed mean, with an interval.
   */
  public @Nullable Interval ratio(String name, String other, Clock clock) {
    PairedRatio paired = PairedRatio.trimmed(logRatios(name, other, clock));
    return paired.pairs() == 0 ? null : paired.interval(ContenderResult.CONFIDENCE);
  }

  /** The ratio to cp; null for cp itself, and where there is nothing to compare with. */
  public @Nullable Interval ratioToCp(ContenderResult result, Clock clock) {
    String name = result.contender().name();
    return cp == null || cp.equals(name) ? null : ratio(name, cp, clock);
  }

  /** Rounds in which both have a valid sample. */
  public int pairs(String name, String other) {
    return logRatios(name, other, Clock.COMMAND).length;
  }

  /** The fastest of the engine's contenders; null if none has a valid sample. */
  public @Nullable ContenderResult fastestOfEngine(Clock clock) {
    return ContenderResult.fastest(results, clock, true);
  }

  /** The fastest peer; null if none has a valid sample. */
  public @Nullable ContenderResult fastestPeer(Clock clock) {
    return ContenderResult.fastest(results, clock, false);
  }

  private double[] logRatios(String name, String other, Clock clock) {
    Map<Integer, Double> others = byRound(other, clock);
    return byRound(name, clock).entrySet().stream()
        .filter(entry -> others.containsKey(entry.getKey()))
        .mapToDouble(entry -> Math.log(others.getOrDefault(entry.getKey(), 1.0) / entry.getValue()))
        .toArray();
  }

  private Map<Integer, Double> byRound(String name, Clock clock) {
    Map<Integer, Double> seconds = new HashMap<>();
    for (BenchSample sample : run.samples()) {
      if (sample.isValid() && sample.contender().equals(name)) {
        seconds.put(sample.round(), sample.seconds(clock));
      }
    }
    return seconds;
  }
}
