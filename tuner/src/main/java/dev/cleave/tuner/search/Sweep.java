package dev.cleave.tuner.search;

import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.measure.Sample;
import java.io.IOException;
import java.util.List;

/** The device as a strategy sees it: rounds, as long as the sweep's share of the budget lasts. */
public final class Sweep {
  private final Evaluator evaluator;
  private final Reserve reserve;

  Sweep(Evaluator evaluator, Reserve reserve) {
    this.evaluator = evaluator;
    this.reserve = reserve;
  }

  /**
   * Takes one sample of each candidate, in shuffled order. The baseline must be among them: nothing
   * else can be compared.
   *
   * @return false, without a sample, once a round of these is unlikely to fit
   */
  public boolean round(List<Candidate> candidates) throws IOException {
    if (candidates.stream().noneMatch(it -> it.name().equals(Candidate.BASELINE))) {
      throw new IllegalArgumentException("a round without the default: " + candidates);
    }
    return evaluator.takeRound(Phase.SWEEP, candidates, reserve);
  }

  /** How many more rounds of these candidates are likely to fit. */
  public int roundsLeft(List<Candidate> candidates) {
    return evaluator.roundsLeft(candidates, reserve);
  }

  /** The sweep's samples so far, valid or not. */
  public List<Sample> samples() {
    return evaluator.samples(Phase.SWEEP);
  }
}
