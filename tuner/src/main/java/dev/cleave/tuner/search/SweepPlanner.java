package dev.cleave.tuner.search;

import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.stats.PairedRatio;
import java.util.Collections;
import java.util.List;

/**
 * Shrinks a search space to a budget: as many candidates, in the space's order, as allow those that
 * the strategy keeps {@value SweepPlan#FEWEST_ROUNDS} rounds.
 *
 * <p>Where not even the smallest sweep has that many, it gets the rounds that fit.
 */
final class SweepPlanner {
  /** The default, its twin and one to compare them with. */
  static final int FEWEST_CANDIDATES = 3;

  /** Samples of the smallest sweep: a single round tells nothing of its spread. */
  static final int FEWEST_SWEPT = 2 * FEWEST_CANDIDATES;

  /** Candidates may be slower than the default, and the device slower than it was. */
  private static final double SLACK = 1.15;

  private final Evaluator evaluator;
  private final SearchSpace space;
  private final double secondsPerSample;
  private final Reserve behind;

  /** After the preflight, whose samples tell what a copy takes. */
  SweepPlanner(Evaluator evaluator, SearchSpace space) {
    this.evaluator = evaluator;
    this.space = space;
    this.secondsPerSample = evaluator.expectedSeconds(List.of(space.baseline()));
    this.behind = Shares.behindTheSweep(evaluator, space.baseline());
  }

  SweepPlan plan(double noise, ErrorBudget errors, double fewestRounds)
      throws BudgetTooSmallException {
    int all = space.candidates().size();
    int affordable = all;
    while (affordable > FEWEST_CANDIDATES && rounds(affordable) < SLACK * fewestRounds) {
      affordable--;
    }
    int rounds = rounds(affordable);
    if (rounds < 1) {
      throw tooSmall(evaluator, space.baseline());
    }
    List<Candidate> candidates = space.candidates().subList(0, affordable);
    double secondsPerRound = evaluator.expectedSeconds(candidates);
    return new SweepPlan(
        candidates,
        space.candidates().subList(affordable, all),
        rounds,
        secondsPerRound,
        evaluator.budget().elapsedSeconds() + rounds * secondsPerRound + behind.seconds(),
        evaluator.bytesWritten()
            + (long) rounds * affordable * evaluator.bytesPerSample()
            + bytesBehind(),
        noise,
        resolvable(noise, provingPairs(), errors.perProof()));
  }

  /** How many rounds of the first {@code candidates} the budget allows. */
  private int rounds(int candidates) {
    return evaluator.roundsLeft(space.candidates().subList(0, candidates), behind);
  }

  /** No round at all: for a preflight without a valid sample. */
  SweepPlan nothing() {
    return new SweepPlan(
        List.of(space.baseline(), space.twin()),
        space.candidates().subList(2, space.candidates().size()),
        0,
        2 * secondsPerSample,
        evaluator.budget().elapsedSeconds(),
        evaluator.bytesWritten(),
        Double.NaN,
        Double.POSITIVE_INFINITY);
  }

  /** As many samples as the reserved time allows, or the reserved bytes. */
  private long bytesBehind() {
    double byTime = behind.seconds() / secondsPerSample * evaluator.bytesPerSample();
    return evaluator.budget().writeBytes() == Budget.UNLIMITED_BYTES
        ? (long) byTime
        : Math.min((long) byTime, behind.writeBytes());
  }

  /** Pairs of the default and one plan that the confirmation has time for. */
  private int provingPairs() {
    Reserve gain = Shares.behindTheProof(evaluator, space.baseline());
    double seconds = behind.seconds() - gain.seconds();
    return (int) (seconds / (2 * secondsPerSample));
  }

  private static double resolvable(double noise, int pairs, double error) {
    return pairs < 2 || Double.isNaN(noise)
        ? Double.POSITIVE_INFINITY
        : Math.expm1(PairedRatio.resolvableLog(noise, pairs, error));
  }

  /** What {@code samples} copies by the default plan take. */
  static Reserve reserveForSamples(Evaluator evaluator, Candidate baseline, int samples) {
    return new Reserve(
        evaluator.expectedSeconds(Collections.nCopies(samples, baseline)),
        samples * evaluator.bytesPerSample());
  }

  /** What is needed counts from the tune's start, with what it has used already. */
  static BudgetTooSmallException tooSmall(Evaluator evaluator, Candidate baseline) {
    int inFront = Preflight.SAMPLES + FEWEST_SWEPT;
    int left = Math.max(0, inFront - evaluator.samples().size());
    Reserve rest =
        reserveForSamples(evaluator, baseline, left)
            .and(Shares.rounds(evaluator, baseline, Shares.FEWEST_ROUNDS_BEHIND));
    return new BudgetTooSmallException(
        evaluator.budget(),
        evaluator.samples().isEmpty() ? 0 : evaluator.budget().elapsedSeconds() + rest.seconds(),
        evaluator.bytesWritten() + rest.writeBytes());
  }
}
