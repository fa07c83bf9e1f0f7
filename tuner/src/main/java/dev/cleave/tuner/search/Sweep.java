package dev.cleave.tuner.search;

import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.measure.Sample;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The device as a strategy sees it: rounds, as long as the sweep's share of the budget lasts. */
public final class Sweep {
  private final Evaluator evaluator;
  private final Supplier<Reserve> reserve;
  private final double margin;
  private final ErrorBudget errors;
  private final List<RaceLook> looks = new ArrayList<>();
  private int lastRound;

  Sweep(Evaluator evaluator, Supplier<Reserve> reserve, double margin, ErrorBudget errors) {
    this.evaluator = evaluator;
    this.reserve = reserve;
    this.margin = margin;
    this.errors = errors;
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
    boolean taken = evaluator.takeRound(Phase.SWEEP, candidates, reserve.get());
    lastRound += taken ? 1 : 0;
    return taken;
  }

  /** Looks at how these candidates stand by now, and notes that it was looked. */
  Look look(List<Candidate> candidates) {
    Look look = Look.at(looks.size() + 1, candidates, samples(), margin, errors);
    looks.add(new RaceLook(lastRound, look.rivals().size(), Math.min(1, look.regretBound())));
    return look;
  }

  List<RaceLook> looks() {
    return List.copyOf(looks);
  }

  /** How many more rounds of these candidates are likely to fit. */
  public int roundsLeft(List<Candidate> candidates) {
    return evaluator.roundsLeft(candidates, reserve.get());
  }

  /** The sweep's samples so far, valid or not. */
  public List<Sample> samples() {
    return evaluator.samples(Phase.SWEEP);
  }
}
