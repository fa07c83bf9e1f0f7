package dev.cleave.tuner.search;

import dev.cleave.tuner.measure.Candidate;
import java.util.List;

/**
 * What a tune is going to do, known after its preflight.
 *
 * @param candidates those that take part, the baseline and its twin first
 * @param notTried those that the budget leaves out
 * @param rounds expected in the sweep; 0 if no copy of the preflight is valid, which ends the tune
 * @param secondsPerRound expected
 * @param expectedSeconds from the tune's start to its end, confirmation included
 * @param expectedBytesWritten likewise
 * @param noise standard deviation of the log ratio of two copies under the default plan; NaN if the
 *     preflight has no two valid samples
 * @param resolvable the gain that the sweep can tell from none at this noise, 0.04 for 4 %;
 *     infinite where it can't tell any
 */
public record SweepPlan(
    List<Candidate> candidates,
    List<Candidate> notTried,
    int rounds,
    double secondsPerRound,
    double expectedSeconds,
    long expectedBytesWritten,
    double noise,
    double resolvable) {
  /** The fewest rounds that a decision should rest on. */
  public static final int FEWEST_ROUNDS = 6;

  public SweepPlan {
    candidates = List.copyOf(candidates);
    notTried = List.copyOf(notTried);
  }
}
