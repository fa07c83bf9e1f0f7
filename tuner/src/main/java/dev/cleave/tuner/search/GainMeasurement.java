package dev.cleave.tuner.search;

import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.stats.Interval;
import dev.cleave.tuner.stats.PairedRatio;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a decided plan gains over the default, from fresh pairs that are taken after the decision
 * and play no part in it: neither the winner's luck nor the moment at which its proof was complete
 * is in the figure. How many there are is settled before the first. Where the device itself changes
 * meanwhile, as at the end of a burst credit, the gain is measured again behind the change.
 */
final class GainMeasurement {
  static final double CONFIDENCE = 0.95;

  /** Of two pairs each; no gain is reported from fewer. */
  static final int FEWEST_ROUNDS = 3;

  private static final int FEWEST_PAIRS = 2 * FEWEST_ROUNDS;

  private static final int MOST_ROUNDS = 10;

  /** About that of Student's t for the pairs there will be, at the confidence. */
  private static final double QUANTILE = 2.2;

  private static final Interval NO_GAIN = new Interval(1, 1, 1);

  private final Evaluator evaluator;
  private final Candidate baseline;
  private final double margin;
  private List<Sample> steady = List.of();

  GainMeasurement(Evaluator evaluator, Candidate baseline, double margin) {
    this.margin = margin;
    this.evaluator = evaluator;
    this.baseline = baseline;
  }

  /** Takes mirrored rounds of the default and the decided plans; none if all keep the default. */
  void measure(List<Decision> decisions) throws IOException {
    List<Candidate> order = new ArrayList<>(List.of(baseline));
    decisions.stream()
        .filter(decision -> decision.verdict() == Verdict.TUNED)
        .map(Decision::candidate)
        .distinct()
        .forEach(order::add);
    if (order.size() == 1) {
      return;
    }
    int affordable = evaluator.roundsLeft(order, Reserve.NONE) / 2;
    int wanted = Math.min(MOST_ROUNDS, Math.max(FEWEST_ROUNDS, roundsForTheMargin(decisions)));
    int rounds = Math.max(FEWEST_ROUNDS, Math.min(wanted, affordable));
    take(rounds, order);
    List<Sample> taken = evaluator.samples(Phase.GAIN);
    steady = StepChange.after(taken);
    if (steady.size() < taken.size()) {
      take(rounds, order);
      steady = behindTheChange(evaluator.samples(Phase.GAIN));
    }
  }

  /** All samples of a device that changes again and again, as one that gets hot and cools off. */
  private static List<Sample> behindTheChange(List<Sample> taken) {
    List<Sample> behind = StepChange.after(taken);
    long rounds = behind.stream().mapToInt(Sample::round).distinct().count();
    return rounds < FEWEST_ROUNDS ? taken : behind;
  }

  /** So many that the interval is about as wide as the margin, to either side. */
  private int roundsForTheMargin(List<Decision> decisions) {
    double sd =
        decisions.stream()
            .filter(decision -> decision.verdict() == Verdict.TUNED)
            .mapToDouble(
                decision ->
                    new RoundTable(evaluator.samples(Phase.CONFIRM), decision.clock())
                        .ratio(decision.candidate().name(), Candidate.BASELINE)
                        .sdLog())
            .max()
            .orElse(Double.NaN);
    double pairs = Math.pow(QUANTILE * sd / margin, 2);
    return Double.isNaN(pairs) ? FEWEST_ROUNDS : (int) Math.ceil(Math.min(pairs, 100) / 2);
  }

  private void take(int rounds, List<Candidate> order) throws IOException {
    boolean taken = true;
    for (int round = 0; round < rounds && taken; round++) {
      taken = evaluator.takeMirroredRound(Phase.GAIN, order, Reserve.NONE);
    }
  }

  /** The decision with its gain. */
  Recommendation recommendation(Decision decision) {
    if (decision.verdict() != Verdict.TUNED) {
      return keep(decision, decision.verdict(), decision.why());
    }
    PairedRatio ratio =
        new RoundTable(steady, decision.clock())
            .ratio(decision.candidate().name(), Candidate.BASELINE);
    if (ratio.pairs() < FEWEST_PAIRS) {
      return keep(
          decision,
          Verdict.INCONCLUSIVE,
          decision.why()
              + ", but the budget left only "
              + ratio.pairs()
              + " valid pairs to measure its gain, and it takes "
              + FEWEST_PAIRS);
    }
    Interval gain = ratio.interval(CONFIDENCE);
    String measured =
        "; afterwards it was measured at "
            + Sentences.ratio(gain.ratio())
            + " "
            + Sentences.interval(gain, CONFIDENCE);
    return gain.isBelow(1) && decision.merits().contains(Decision.Merit.BETTER)
        ? keep(decision, Verdict.INCONCLUSIVE, decision.why() + measured + ": the device changed")
        : new Recommendation(
            Verdict.TUNED,
            decision.candidate().plan(),
            gain,
            decision.samples(),
            decision.why() + measured);
  }

  private Recommendation keep(Decision decision, Verdict verdict, String why) {
    return new Recommendation(verdict, baseline.plan(), NO_GAIN, decision.samples(), why);
  }
}
