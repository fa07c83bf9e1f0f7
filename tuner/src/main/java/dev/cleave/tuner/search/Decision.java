package dev.cleave.tuner.search;

import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import java.util.Set;

/**
 * What is decided under one clock once the nominated plan was confirmed or not, before its gain is
 * measured.
 *
 * @param candidate the chosen one; the baseline unless the verdict is TUNED
 * @param merits why it was chosen; empty unless the verdict is TUNED
 * @param samples valid samples the decision rests on
 * @param why one sentence for people
 */
public record Decision(
    Clock clock, Verdict verdict, Candidate candidate, Set<Merit> merits, int samples, String why) {
  /** What makes a candidate eligible. */
  public enum Merit {
    /** Proven better than the default. */
    BETTER,
    /** Cheaper than the default, and proven not to be worse by more than the margin. */
    CHEAPER
  }

  public Decision {
    merits = Set.copyOf(merits);
    if (merits.isEmpty() == (verdict == Verdict.TUNED)) {
      throw new IllegalArgumentException(verdict + " of " + candidate + " for " + merits);
    }
  }

  /** The same, with more of a reason. */
  Decision because(String more) {
    return new Decision(clock, verdict, candidate, merits, samples, why + more);
  }
}
