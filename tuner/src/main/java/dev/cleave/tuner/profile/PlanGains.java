package dev.cleave.tuner.profile;

import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.run.TuneRun;
import dev.cleave.tuner.stats.PairedRatio;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The throughput of each plan of one run over that of the default plan, for one size class and
 * clock with a cold source: geometric means of the ratios within the rounds, so that drift cancels.
 * Plans that fell out of the sweep earlier than a decision is made say too little.
 */
final class PlanGains {
  /**
   * Below it a mean is luck; as many rounds as a sweep has at the least. The default plan, which
   * all are compared with, needs none.
   */
  private static final int LEAST_PAIRS = 6;

  private final Map<CopyPlan, PairedRatio> ratios = new LinkedHashMap<>();

  private PlanGains() {}

  /** Empty if the run measured no such files. */
  static PlanGains of(TuneRun run, SizeClass sizeClass, Clock clock) {
    List<Sample> samples =
        run.samples().stream()
            .filter(sample -> sample.sizeClass() == sizeClass && counts(sample))
            .toList();
    Map<Integer, Double> baseline = new LinkedHashMap<>();
    Set<CopyPlan> kept = new HashSet<>();
    Map<CopyPlan, List<Double>> logRatios = new LinkedHashMap<>();
    for (Sample sample : samples) {
      if (sample.candidate().equals(Candidate.BASELINE)) {
        baseline.putIfAbsent(sample.round(), Math.log(sample.bytesPerSecond(clock)));
        kept.add(sample.asked());
      }
    }
    for (Sample sample : samples) {
      Double base = baseline.get(sample.round());
      if (base != null && !sample.candidate().equals(Candidate.TWIN)) {
        logRatios
            .computeIfAbsent(sample.asked(), _ -> new ArrayList<>())
            .add(Math.log(sample.bytesPerSecond(clock)) - base);
      }
    }
    PlanGains gains = new PlanGains();
    logRatios.forEach(
        (plan, logs) -> {
          if (logs.size() >= LEAST_PAIRS || kept.contains(plan)) {
            double[] values = logs.stream().mapToDouble(Double::doubleValue).toArray();
            gains.ratios.put(plan, PairedRatio.of(values));
          }
        });
    return gains;
  }

  private static boolean counts(Sample sample) {
    return sample.isValid()
        && sample.phase() != Phase.PREFLIGHT
        && sample.evidence().cacheState() == CacheState.COLD;
  }

  boolean isEmpty() {
    return ratios.isEmpty();
  }

  Set<CopyPlan> plans() {
    return ratios.keySet();
  }

  /**
   * @throws IllegalArgumentException if the plan wasn't measured
   */
  double gain(CopyPlan plan) {
    return ratio(plan).ratio();
  }

  int samples(CopyPlan plan) {
    return ratio(plan).pairs();
  }

  private PairedRatio ratio(CopyPlan plan) {
    PairedRatio ratio = ratios.get(plan);
    if (ratio == null) {
      throw new IllegalArgumentException("not measured: " + plan);
    }
    return ratio;
  }

  /** The largest of the gains. */
  double best() {
    return ratios.values().stream().mapToDouble(PairedRatio::ratio).max().orElse(Double.NaN);
  }
}
