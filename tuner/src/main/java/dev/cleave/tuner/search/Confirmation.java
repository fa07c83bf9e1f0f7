package dev.cleave.tuner.search;

import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.search.Decision.Merit;
import dev.cleave.tuner.stats.PairedRatio;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Proves, or does not, that the nominated plans are better than the default: on fresh files, in
 * mirrored order (ABBA), so that a steady drift is the same to all.
 *
 * <p>The samples of the sweep play no part in the proof, as the best of many noisy ones overstates
 * itself; only their spread does, which isn't chosen by. The samples are looked at several times,
 * and the looks share the error.
 */
final class Confirmation {
  /** Of two pairs each; no proof rests on fewer. */
  static final int FEWEST_ROUNDS = 3;

  private static final int FEWEST_PAIRS = 2 * FEWEST_ROUNDS;

  private static final double NEXT_LOOK = 1.4;

  /** What the spread in the sweep counts as, in degrees of freedom, beside the fresh pairs' own. */
  private static final int MOST_PRIOR_FREEDOM = 12;

  /** A nominee that would need so many times what is left isn't pursued. */
  private static final double HOPELESS = 2;

  private final Evaluator evaluator;
  private final Candidate baseline;
  private final double margin;
  private final double error;

  /**
   * @param errors of the whole tune; {@code worseThanDefault} is what all looks, clocks and
   *     nominees spend
   */
  Confirmation(Evaluator evaluator, Candidate baseline, double margin, ErrorBudget errors) {
    this.evaluator = evaluator;
    this.baseline = baseline;
    this.margin = margin;
    this.error = errors.perComparisonWithDefault(1) / Look.MOST;
  }

  /** The decision on each nomination; takes rounds only if somebody is nominated. */
  List<Decision> decide(List<Nomination> nominations, Reserve reserve) throws IOException {
    List<Nomination> open =
        new ArrayList<>(nominations.stream().filter(it -> it.nominee().isPresent()).toList());
    int rounds = 0;
    int nextLook = FEWEST_ROUNDS;
    while (!open.isEmpty() && evaluator.takeMirroredRound(Phase.CONFIRM, order(open), reserve)) {
      rounds++;
      if (rounds == nextLook) {
        nextLook = (int) Math.ceil(NEXT_LOOK * nextLook);
        open.removeIf(isClear(reserve, open));
      }
    }
    return nominations.stream().map(this::decision).toList();
  }

  private List<Candidate> order(List<Nomination> open) {
    List<Candidate> order = new ArrayList<>(List.of(baseline));
    open.stream().flatMap(it -> it.nominee().stream()).distinct().forEach(order::add);
    return order;
  }

  /** Proven, out of the question, or out of reach. */
  private Predicate<Nomination> isClear(Reserve reserve, List<Nomination> open) {
    int pairsLeft = evaluator.roundsLeft(order(open), reserve);
    return nomination -> {
      PairedRatio fresh = fresh(nomination);
      double bound = PlanCost.isCheaper(plan(nomination).plan(), baseline.plan()) ? 1 - margin : 1;
      int needed = fresh.pairsToExceed(bound, error);
      return fresh.lowerBound(error) > bound
          || fresh.upperBound(error) < 1 + margin / 2
          || needed > HOPELESS * (fresh.pairs() + pairsLeft);
    };
  }

  private static Candidate plan(Nomination nomination) {
    return nomination.nominee().orElseThrow();
  }

  private PairedRatio fresh(Nomination nomination) {
    String nominee = plan(nomination).name();
    PairedRatio swept =
        new RoundTable(evaluator.samples(Phase.SWEEP), nomination.clock())
            .ratio(nominee, Candidate.BASELINE);
    return new RoundTable(evaluator.samples(Phase.CONFIRM), nomination.clock())
        .ratio(nominee, Candidate.BASELINE)
        .moderated(swept.sdLog(), Math.min(MOST_PRIOR_FREEDOM, swept.freedom()));
  }

  private Decision decision(Nomination nomination) {
    if (nomination.nominee().isEmpty()) {
      return keep(nomination, nomination.verdict(), nomination.why());
    }
    PairedRatio ratio = fresh(nomination);
    if (ratio.pairs() < FEWEST_PAIRS) {
      return keep(
          nomination,
          Verdict.INCONCLUSIVE,
          nomination.why()
              + " in the sweep, but the budget left only "
              + ratio.pairs()
              + " valid rounds to confirm it, and it takes "
              + FEWEST_ROUNDS);
    }
    Set<Merit> merits = merits(nomination, ratio);
    return merits.isEmpty() ? unproven(nomination, ratio) : chosen(nomination, ratio, merits);
  }

  private Set<Merit> merits(Nomination nomination, PairedRatio ratio) {
    double low = ratio.lowerBound(error);
    Set<Merit> merits = EnumSet.noneOf(Merit.class);
    if (low > 1) {
      merits.add(Merit.BETTER);
    }
    if (low >= 1 - margin && PlanCost.isCheaper(plan(nomination).plan(), baseline.plan())) {
      merits.add(Merit.CHEAPER);
    }
    return merits;
  }

  private Decision chosen(Nomination nomination, PairedRatio ratio, Set<Merit> merits) {
    String why =
        Sentences.plan(plan(nomination).plan())
            + (merits.contains(Merit.BETTER)
                ? " is better than the default: "
                : " is cheaper than the default and not slower by more than "
                    + Sentences.percent(margin)
                    + ": ")
            + Sentences.ratio(ratio.ratio())
            + " in "
            + ratio.pairs()
            + " fresh pairs";
    return new Decision(
        nomination.clock(), Verdict.TUNED, plan(nomination), merits, nomination.samples(), why);
  }

  private Decision unproven(Nomination nomination, PairedRatio ratio) {
    String fresh =
        Sentences.plan(plan(nomination).plan())
            + " won the sweep, but on fresh files it is "
            + Sentences.ratio(ratio.ratio())
            + " the default";
    if (ratio.ratio() <= 1 + margin) {
      return keep(
          nomination,
          Verdict.KEEP_DEFAULT,
          "no setting is distinguishable from the default here: " + fresh);
    }
    int pairs = ratio.pairsToExceed(1, error);
    double seconds = pairs * evaluator.expectedSeconds(List.of(baseline, plan(nomination)));
    return keep(
        nomination,
        Verdict.INCONCLUSIVE,
        fresh
            + ", and "
            + ratio.pairs()
            + " pairs don't prove that at this noise ("
            + Sentences.percent(ratio.sdLog())
            + "): it would take about "
            + pairs
            + " pairs, "
            + Sentences.duration(seconds)
            + " more");
  }

  private Decision keep(Nomination nomination, Verdict verdict, String why) {
    return new Decision(nomination.clock(), verdict, baseline, Set.of(), nomination.samples(), why);
  }
}
