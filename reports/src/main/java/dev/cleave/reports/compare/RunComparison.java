package dev.cleave.reports.compare;

import dev.cleave.tuner.run.TuneRun;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs beside the first of them.
 *
 * @param runs the first one is what the others are compared with; two or more
 * @param margin the loss that counts as none, 0.03 for 3 %
 * @param confidence of every interval: 95 % for all together that decide
 * @param comparisons of every plan that both of two runs have, in the first run's order
 * @param notes what was left out, and why
 */
public record RunComparison(
    List<TuneRun> runs,
    double margin,
    double confidence,
    List<PlanComparison> comparisons,
    List<String> notes,
    ComparisonVerdict verdict) {
  private static final double ERROR = 0.05;

  public RunComparison {
    runs = List.copyOf(runs);
    comparisons = List.copyOf(comparisons);
    notes = List.copyOf(notes);
  }

  /**
   * Compares each run with the first one.
   *
   * @throws IncomparableRunsException if that says nothing
   * @throws IllegalArgumentException if there are fewer than two runs
   */
  public static RunComparison of(List<TuneRun> runs, double margin)
      throws IncomparableRunsException {
    if (runs.size() < 2) {
      throw new IllegalArgumentException("one run has nothing to be compared with");
    }
    List<PlanPair> pairs = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (int number = 1; number < runs.size(); number++) {
      TuneRun other = runs.get(number);
      Comparability comparable = Comparability.of(runs.getFirst(), other);
      comparable.leftOut().forEach(reason -> notes.add(other.id() + ": " + reason));
      for (Comparability.Pair sweeps : comparable.pairs()) {
        SweepPairing pairing = new SweepPairing(number, runs.getFirst(), other, sweeps);
        pairs.addAll(pairing.pairs());
        pairing.missing().forEach(plan -> notes.add(other.id() + ": " + plan));
      }
    }
    return of(runs, margin, pairs, notes);
  }

  private static RunComparison of(
      List<TuneRun> runs, double margin, List<PlanPair> pairs, List<String> notes)
      throws IncomparableRunsException {
    long deciding = pairs.stream().filter(PlanPair::decides).count();
    if (deciding == 0) {
      throw new IncomparableRunsException(
          "cannot compare the runs: no other one measured the default or a recommended plan of "
              + runs.getFirst().id());
    }
    double confidence = 1 - ERROR / deciding;
    List<PlanComparison> comparisons =
        pairs.stream().map(pair -> pair.compared(confidence, margin)).toList();
    ComparisonVerdict verdict =
        ComparisonVerdict.overall(
            comparisons.stream()
                .filter(PlanComparison::decides)
                .map(PlanComparison::verdict)
                .toList());
    return new RunComparison(runs, margin, confidence, comparisons, notes, verdict);
  }
}
