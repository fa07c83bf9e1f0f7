package dev.cleave.tuner.search;

import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.search.Decision.Merit;
import dev.cleave.tuner.stats.PairedRatio;
import java.util.EnumSet;
import java.util.Set;

/**
 * What fresh pairs prove of one nominated plan under one clock, looked at several times.
 *
 * <p>Every look spends a part of the error, by how much of the proof's possible pairs are there: by
 * the square of that share (Kim and DeMets, Biometrika 74, 1987), so that early looks need a large
 * gain and the last one has most of the error left. That the looks see the same samples isn't made
 * use of, which errs on the safe side.
 */
final class Proof {
  /** What the spread in the sweep counts as, in degrees of freedom, beside the fresh pairs' own. */
  private static final int MOST_PRIOR_FREEDOM = 12;

  /**
   * A plan is given up only if not even a ratio so many standard errors above the one that is seen
   * could be proven: few pairs say little, and a gain of some percent often looks like none in six.
   * Without it 3 % of a device's throughput were given away in one of twenty tunes at 5 % noise,
   * with it 2 %.
   */
  private static final double BENEFIT_OF_DOUBT = 1.5;

  /**
   * Trimmed means of few pairs with heavy tails are a little less certain than Student's t says: at
   * 5 % noise 5.1 % of equal plans were proven better for an error of 5 %.
   */
  private static final double SLACK = 0.8;

  private final Evaluator evaluator;
  private final Nomination nomination;
  private final Candidate nominee;
  private final boolean cheaper;
  private final double margin;
  private final double error;
  private double spent;
  private PairedRatio ratio = PairedRatio.of();
  private Set<Merit> merits = EnumSet.noneOf(Merit.class);
  private boolean open = true;

  /**
   * @param error one-sided, of all looks together
   */
  Proof(
      Evaluator evaluator, Nomination nomination, Candidate baseline, double margin, double error) {
    this.evaluator = evaluator;
    this.nomination = nomination;
    this.nominee = nomination.nominee().orElseThrow();
    this.cheaper = PlanCost.isCheaper(nominee.plan(), baseline.plan());
    this.margin = margin;
    this.error = SLACK * error;
  }

  Nomination nomination() {
    return nomination;
  }

  Candidate nominee() {
    return nominee;
  }

  /** Whether more pairs are wanted. */
  boolean isOpen() {
    return open;
  }

  /** Throughput of the nominee over the default's, as of the last look. */
  PairedRatio ratio() {
    return ratio;
  }

  /** What is proven. */
  Set<Merit> merits() {
    return merits;
  }

  /**
   * Looks at the fresh pairs, if more were wanted.
   *
   * @param pairsLeft that the budget is likely to allow beyond these
   */
  void look(int pairsLeft) {
    if (!open) {
      return;
    }
    ratio = freshRatio();
    double share = (double) ratio.pairs() / Math.max(1, ratio.pairs() + pairsLeft);
    double thisLook = Math.max(0, error * share * share - spent);
    if (thisLook > 0) {
      spent += thisLook;
      merits = proven(thisLook);
    }
    open = merits.isEmpty() && mayStillBeProven(pairsLeft);
  }

  private PairedRatio freshRatio() {
    PairedRatio swept =
        new RoundTable(evaluator.samples(Phase.SWEEP), nomination.clock())
            .ratio(nominee.name(), Candidate.BASELINE);
    return new RoundTable(evaluator.samples(Phase.CONFIRM), nomination.clock())
        .ratio(nominee.name(), Candidate.BASELINE)
        .moderated(swept.sdLog(), Math.min(MOST_PRIOR_FREEDOM, swept.freedom()));
  }

  private Set<Merit> proven(double errorOfLook) {
    double low = ratio.lowerBound(errorOfLook);
    Set<Merit> found = EnumSet.noneOf(Merit.class);
    if (low > 1) {
      found.add(Merit.BETTER);
    }
    if (cheaper && low >= 1 - margin) {
      found.add(Merit.CHEAPER);
    }
    return found;
  }

  private boolean mayStillBeProven(int pairsLeft) {
    boolean outOfTheQuestion = !cheaper && ratio.upperBound(error) < 1 + margin / 2;
    PairedRatio hoped = ratio.raised(BENEFIT_OF_DOUBT);
    boolean outOfReach = pairsNeeded(hoped) > ratio.pairs() + pairsLeft;
    return !outOfTheQuestion && !outOfReach;
  }

  /**
   * How many pairs would prove it, if it stays as it looks. At least a mirrored round more than
   * there are: where more fitted into the budget than expected, an earlier look has spent the error
   * that would have been enough for them.
   */
  int pairsNeeded() {
    return Math.max(ratio.pairs() + 2, pairsNeeded(ratio));
  }

  private int pairsNeeded(PairedRatio seen) {
    return seen.pairsToExceed(cheaper ? 1 - margin : 1, error / 2);
  }
}
