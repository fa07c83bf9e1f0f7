package dev.cleave.tuner.search;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import dev.cleave.engine.backend.BackendKind;
import dev.cleave.tuner.measure.Candidate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The plans that a tune compares, in the order in which a small budget keeps them.
 *
 * @param candidates the baseline, its A/A twin, then the others; no plan twice but the twin's
 */
public record SearchSpace(List<Candidate> candidates) {
  public SearchSpace {
    candidates = List.copyOf(candidates);
    if (candidates.size() < 3
        || !candidates.get(0).name().equals(Candidate.BASELINE)
        || !candidates.get(1).name().equals(Candidate.TWIN)
        || !candidates.get(0).plan().equals(candidates.get(1).plan())) {
      throw new IllegalArgumentException(
          "a search needs the default, its twin and something to compare: " + candidates);
    }
    if (candidates.stream().map(Candidate::name).distinct().count() < candidates.size()) {
      throw new IllegalArgumentException("two candidates have one name: " + candidates);
    }
  }

  /**
   * The plans that make a difference to a size class, by the backends that work here. Split depth 0
   * always takes part, at the baseline's chunk if at no other.
   *
   * @param backends those that this pair of file systems supports; the baseline's is used anyway
   */
  public static SearchSpace of(
      SizeClass sizeClass,
      CopyPlan baseline,
      Set<BackendKind> backends,
      SearchHint hint,
      SearchLimits limits) {
    Set<CopyPlan> plans = new LinkedHashSet<>();
    plans.add(baseline.withSplitDepth(0));
    new CandidatePlans(baseline, backends, hint)
        .of(sizeClass).stream()
            .filter(plan -> limits.allow(plan, baseline.chunkBytes()))
            .forEach(plans::add);
    plans.remove(baseline);
    return around(baseline, plans);
  }

  /** The baseline, its twin and {@code plans}, in that order. */
  public static SearchSpace around(CopyPlan baseline, Iterable<CopyPlan> plans) {
    List<Candidate> candidates = new ArrayList<>();
    candidates.add(new Candidate(Candidate.BASELINE, baseline));
    candidates.add(new Candidate(Candidate.TWIN, baseline));
    for (CopyPlan plan : plans) {
      candidates.add(new Candidate(name(plan, baseline), plan));
    }
    return new SearchSpace(candidates);
  }

  public Candidate baseline() {
    return candidates.get(0);
  }

  public Candidate twin() {
    return candidates.get(1);
  }

  /** Workers and preallocation are named where they aren't the baseline's. */
  private static String name(CopyPlan plan, CopyPlan baseline) {
    return plan.backend()
        + "-d"
        + plan.splitDepth()
        + "-c"
        + ByteSize.format(plan.chunkBytes())
        + (plan.queueDepth() > 1 ? "-q" + plan.queueDepth() : "")
        + (plan.workers() != baseline.workers() ? "-w" + plan.workers() : "")
        + (plan.preallocate() == baseline.preallocate() ? "" : plan.preallocate() ? "-p" : "-n");
  }
}
