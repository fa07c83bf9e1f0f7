package dev.cleave.tuner.search;

import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.search.Decision.Merit;
import dev.cleave.tuner.stats.PairedRatio;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Proves, or does not, that the nominated plans are better than the default: on fresh files, in
 * mirrored order (ABBA), so that a steady drift is the same to all.
 *
 * <p>The samples of the sweep play no part in the proof, as the best of many noisy ones overstates
 * itself; only their spread does, which isn't chosen by.
 */
final class Confirmation {
  /** Of two pairs each; no proof rests on fewer. */
  static final int FEWEST_ROUNDS = 3;

  private static final int FEWEST_PAIRS = 2 * FEWEST_ROUNDS;
  private static final double NEXT_LOOK = 1.4;

  private final Evaluator evaluator;
  private final Candidate baseline;
  private final double margin;
  private final double error;

  /**
   * @param errors of the whole tune; {@code worseThanDefault} is what the looks under all clocks
   *     spend together
   */
  Confirmation(Evaluator evaluator, Candidate baseline, double margin, ErrorBudget errors) {
    this.evaluator = evaluator;
    this.baseline = baseline;
    this.margin = margin;
    this.error = errors.perProof();
  }

  /** The decision on each nomination; takes rounds only if somebody is nominated. */
  List<Decision> decide(List<Nomination> nominations, Reserve reserve) throws IOException {
    List<Proof> proofs =
        nominations.stream()
            .filter(nomination -> nomination.nominee().isPresent())
            .map(nomination -> new Proof(evaluator, nomination, baseline, margin, error))
            .toList();
    prove(proofs, reserve);
    return nominations.stream().map(nomination -> decision(nomination, proofs)).toList();
  }

  private void prove(List<Proof> proofs, Reserve reserve) throws IOException {
    int rounds = 0;
    int nextLook = FEWEST_ROUNDS;
    List<Candidate> order = order(proofs);
    while (order.size() > 1 && evaluator.takeMirroredRound(Phase.CONFIRM, order, reserve)) {
      rounds++;
      if (rounds == nextLook) {
        nextLook = (int) Math.ceil(NEXT_LOOK * nextLook);
        int pairsLeft = evaluator.roundsLeft(order, reserve);
        proofs.forEach(proof -> proof.look(pairsLeft));
        order = order(proofs);
      }
    }
    proofs.forEach(proof -> proof.look(0));
  }

  private List<Candidate> order(List<Proof> proofs) {
    List<Candidate> order = new ArrayList<>(List.of(baseline));
    proofs.stream().filter(Proof::isOpen).map(Proof::nominee).distinct().forEach(order::add);
    return order;
  }

  private Decision decision(Nomination nomination, List<Proof> proofs) {
    return proofs.stream()
        .filter(proof -> proof.nomination().equals(nomination))
        .findFirst()
        .map(this::decision)
        .orElseGet(() -> keep(nomination, nomination.verdict(), nomination.why()));
  }

  private Decision decision(Proof proof) {
    if (proof.ratio().pairs() < FEWEST_PAIRS) {
      return keep(
          proof.nomination(),
          Verdict.INCONCLUSIVE,
          proof.nomination().why()
              + " in the sweep, but the budget left only "
              + proof.ratio().pairs()
              + " valid pairs to confirm it, and it takes "
              + FEWEST_PAIRS);
    }
    return proof.merits().isEmpty() ? unproven(proof) : chosen(proof);
  }

  private Decision chosen(Proof proof) {
    String why =
        proof.nominee().plan()
            + (proof.merits().contains(Merit.BETTER)
                ? " is better than the default: "
                : " is cheaper than the default and not slower by more than "
                    + Sentences.percent(margin)
                    + ": ")
            + Sentences.ratio(proof.ratio().ratio())
            + " in "
            + proof.ratio().pairs()
            + " fresh pairs";
    Nomination nomination = proof.nomination();
    return new Decision(
        nomination.clock(),
        Verdict.TUNED,
        proof.nominee(),
        proof.merits(),
        nomination.samples(),
        why);
  }

  private Decision unproven(Proof proof) {
    PairedRatio ratio = proof.ratio();
    String fresh =
        proof.nominee().plan()
            + " won the sweep, but on fresh files it is "
            + Sentences.ratio(ratio.ratio())
            + " the default";
    if (ratio.ratio() <= 1 + margin) {
      return keep(
          proof.nomination(),
          Verdict.KEEP_DEFAULT,
          "no setting is distinguishable from the default here: " + fresh);
    }
    int pairs = proof.pairsNeeded();
    double seconds = pairs * evaluator.expectedSeconds(List.of(baseline, proof.nominee()));
    return keep(
        proof.nomination(),
        Verdict.INCONCLUSIVE,
        fresh
            + ", and "
            + ratio.pairs()
            + " pairs don't prove that at this noise ("
            + Sentences.percent(ratio.sdLog())
            + "): it would take about "
            + pairs
            + " pairs, "
            + Sentences.duration(seconds));
  }

  private Decision keep(Nomination nomination, Verdict verdict, String why) {
    return new Decision(nomination.clock(), verdict, baseline, Set.of(), nomination.samples(), why);
  }
}
