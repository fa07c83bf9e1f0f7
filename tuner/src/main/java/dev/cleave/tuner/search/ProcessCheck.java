package dev.cleave.tuner.search;

import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.stats.PairedRatio;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Looks at the confirmed plans through the whole process of {@code copy}, its start and its choice
 * of a plan included. It proves nothing that isn't proven; it catches what copies within a worker
 * can't show, and takes a plan back that is slower than the default there.
 */
final class ProcessCheck {
  /** Of two pairs each. */
  static final int ROUNDS = 2;

  private static final double CONFIDENCE = 0.95;

  private final Evaluator evaluator;
  private final Candidate baseline;

  ProcessCheck(Evaluator evaluator, Candidate baseline) {
    this.evaluator = evaluator;
    this.baseline = baseline;
  }

  /** The decisions, less those that don't hold; takes rounds only if one is TUNED. */
  List<Decision> check(List<Decision> decisions, Reserve reserve) throws IOException {
    List<Candidate> order = new ArrayList<>(List.of(baseline));
    decisions.stream()
        .filter(decision -> decision.verdict() == Verdict.TUNED)
        .map(Decision::candidate)
        .distinct()
        .forEach(order::add);
    boolean taken = order.size() > 1;
    for (int round = 0; round < ROUNDS && taken; round++) {
      taken = evaluator.takeMirroredRound(Phase.PROCESS, order, reserve);
    }
    return decisions.stream().map(this::checked).toList();
  }

  private Decision checked(Decision decision) {
    if (decision.verdict() != Verdict.TUNED) {
      return decision;
    }
    PairedRatio ratio =
        new RoundTable(evaluator.samples(Phase.PROCESS), decision.clock())
            .ratio(decision.candidate().name(), Candidate.BASELINE);
    if (ratio.pairs() < 2 * ROUNDS) {
      return decision.because("; for want of time not looked at as a whole process");
    }
    String seen = "; as a whole process it is " + Sentences.ratio(ratio.ratio()) + " the default";
    return ratio.interval(CONFIDENCE).isBelow(1)
        ? new Decision(
            decision.clock(),
            Verdict.INCONCLUSIVE,
            baseline,
            Set.of(),
            decision.samples(),
            decision.why() + seen)
        : decision.because(seen);
  }
}
