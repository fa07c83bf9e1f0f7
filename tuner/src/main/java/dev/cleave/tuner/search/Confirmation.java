package dev.cleave.tuner.search;

import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.search.Decision.Merit;
import dev.cleave.tuner.stats.Interval;
import dev.cleave.tuner.stats.PairedRatio;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Measures what was chosen once more against the default, on fresh files in mirrored order. The
 * gain that is reported comes from these pairs alone: the best of many noisy samples overstates
 * itself.
 */
final class Confirmation {
  static final double CONFIDENCE = 0.95;

  /** No gain is reported from fewer. */
  static final int FEWEST_PAIRS = 4;

  /** Two mirrored rounds of the default and a plan for each clock. */
  static final int FEWEST_SAMPLES = FEWEST_PAIRS * 3;

  private static final double SHARE_OF_BUDGET = 0.25;
  private static final Interval NO_GAIN = new Interval(1, 1, 1);

  private final Evaluator evaluator;
  private final Candidate baseline;
  private final double margin;

  Confirmation(Evaluator evaluator, Candidate baseline, double margin) {
    this.evaluator = evaluator;
    this.baseline = baseline;
    this.margin = margin;
  }

  /** What the sweep leaves to the confirmation: a quarter, or more if that is too little. */
  static Reserve reserve(Evaluator evaluator, Candidate baseline) {
    Budget budget = evaluator.budget();
    Reserve least = SweepPlanner.reserveForSamples(evaluator, baseline, FEWEST_SAMPLES);
    boolean unlimited = budget.writeBytes() == Budget.UNLIMITED_BYTES;
    return new Reserve(
        Math.max(SHARE_OF_BUDGET * budget.seconds(), least.seconds()),
        unlimited
            ? 0
            : Math.max((long) (SHARE_OF_BUDGET * budget.writeBytes()), least.writeBytes()));
  }

  /** Takes mirrored rounds of the default and what was chosen until the budget is used up. */
  void measure(Collection<Decision> decisions) throws IOException {
    List<Candidate> order = new ArrayList<>(List.of(baseline));
    decisions.stream()
        .filter(decision -> decision.verdict() == Verdict.TUNED)
        .map(Decision::candidate)
        .distinct()
        .forEach(order::add);
    boolean taken = order.size() > 1;
    while (taken) {
      taken = evaluator.takeMirroredRound(Phase.CONFIRM, order, Reserve.NONE);
    }
  }

  /** The decision as it stands after the confirmation's samples. */
  Recommendation judge(Decision decision) {
    if (decision.verdict() != Verdict.TUNED) {
      return keep(decision, decision.verdict(), decision.why());
    }
    PairedRatio ratio =
        Pairing.throughput(
            evaluator.samples(Phase.CONFIRM),
            decision.candidate().name(),
            Candidate.BASELINE,
            decision.clock());
    if (ratio.pairs() < FEWEST_PAIRS) {
      return keep(decision, Verdict.INCONCLUSIVE, decision.why() + unconfirmed(ratio.pairs()));
    }
    return judge(decision, ratio);
  }

  private Recommendation judge(Decision decision, PairedRatio ratio) {
    Interval gain = ratio.interval(CONFIDENCE);
    String plan = Sentences.plan(decision.candidate().plan());
    String measured = Sentences.ratio(gain.ratio()) + " the default";
    String interval = " " + Sentences.interval(gain, CONFIDENCE);
    if (decision.merits().contains(Merit.BETTER) && gain.ratio() > 1) {
      return tuned(decision, gain, plan + " is " + measured + interval);
    }
    if (decision.merits().contains(Merit.CHEAPER) && gain.ratio() >= 1 - margin) {
      return tuned(
          decision,
          gain,
          plan + " is cheaper than the default and as fast: " + measured + interval);
    }
    return keep(
        decision,
        Verdict.KEEP_DEFAULT,
        plan + " won the sweep, but on fresh files it is " + measured + interval);
  }

  private static String unconfirmed(int pairs) {
    return " in the sweep, but the budget left only "
        + pairs
        + " valid pairs to confirm it, and it takes "
        + FEWEST_PAIRS;
  }

  private static Recommendation tuned(Decision decision, Interval gain, String why) {
    return new Recommendation(
        Verdict.TUNED, decision.candidate().plan(), gain, decision.samples(), why);
  }

  private Recommendation keep(Decision decision, Verdict verdict, String why) {
    return new Recommendation(verdict, baseline.plan(), NO_GAIN, decision.samples(), why);
  }
}
