package dev.cleave.reports.compare;

import dev.cleave.engine.CopyPlan;
import dev.cleave.reports.text.Sentences;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.run.ClassSweep;
import dev.cleave.tuner.run.TuneRun;
import dev.cleave.tuner.search.Recommendation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The plans that one sweep has in two runs. Plans are known by what really ran, not by the name of
 * the candidate: "default" may have become another plan, and a backend may have given way to
 * another. The A/A twin is the default and counts as such.
 */
final class SweepPairing {
  /** Copies within a worker; those through a whole process are other ones. */
  private static final Set<Phase> PHASES = EnumSet.of(Phase.SWEEP, Phase.CONFIRM, Phase.GAIN);

  private final int run;
  private final ClassSweep sweep;
  private final Map<CopyPlan, List<Sample>> before;
  private final Map<CopyPlan, List<Sample>> after;

  SweepPairing(int run, TuneRun first, TuneRun other, Comparability.Pair sweeps) {
    this.run = run;
    this.sweep = sweeps.before();
    this.before = samples(first, sweeps.before());
    this.after = samples(other, sweeps.after());
  }

  private static Map<CopyPlan, List<Sample>> samples(TuneRun run, ClassSweep sweep) {
    return run.samples().stream()
        .filter(sample -> sample.sizeClass() == sweep.sizeClass())
        .filter(sample -> sample.evidence().cacheState() == sweep.cacheState())
        .filter(sample -> PHASES.contains(sample.phase()) && sample.isValid())
        .collect(Collectors.groupingBy(Sample::used));
  }

  /** Those of each clock, in the order of the candidates. */
  List<PlanPair> pairs() {
    List<PlanPair> pairs = new ArrayList<>();
    for (Clock clock : sweep.recommendations().keySet()) {
      names()
          .forEach(
              (plan, name) -> {
                if (before.containsKey(plan) && after.containsKey(plan)) {
                  pairs.add(pair(clock, plan, name));
                }
              });
    }
    return pairs;
  }

  private PlanPair pair(Clock clock, CopyPlan plan, String name) {
    return new PlanPair(
        run,
        sweep,
        clock,
        name,
        plan,
        decides(clock, plan),
        Objects.requireNonNull(before.get(plan)),
        Objects.requireNonNull(after.get(plan)));
  }

  private boolean decides(Clock clock, CopyPlan plan) {
    Recommendation recommended = Objects.requireNonNull(sweep.recommendations().get(clock));
    return plan.equals(recommended.plan()) || Candidate.BASELINE.equals(names().get(plan));
  }

  /** Recommended plans that the other run has not measured, each in a sentence. */
  List<String> missing() {
    return sweep.recommendations().values().stream()
        .map(Recommendation::plan)
        .distinct()
        .filter(plan -> !after.containsKey(plan))
        .map(
            plan ->
                Sentences.part(sweep.sizeClass(), sweep.cacheState())
                    + ": "
                    + plan
                    + ", which the first recommends, was not measured")
        .toList();
  }

  private Map<CopyPlan, String> names() {
    Map<CopyPlan, String> names = new LinkedHashMap<>();
    sweep.candidates().forEach(candidate -> names.putIfAbsent(candidate.plan(), candidate.name()));
    return names;
  }
}
