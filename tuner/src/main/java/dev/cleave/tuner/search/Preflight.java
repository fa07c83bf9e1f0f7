package dev.cleave.tuner.search;

import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.stats.Noise;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The default plan against itself, before anything else is tried: what a copy takes here, and how
 * much two of them differ.
 *
 * <p>A short round tells the time, of a copy and of opening a round, so that a hopeless budget is
 * seen after two copies; the noise comes from the round of four behind it, whose first is no cold
 * start of everything.
 */
final class Preflight {
  static final int SAMPLES = 6;

  private final Evaluator evaluator;
  private final Candidate baseline;
  private final Candidate twin;

  Preflight(Evaluator evaluator, SearchSpace space) {
    this.evaluator = evaluator;
    this.baseline = space.baseline();
    this.twin = space.twin();
  }

  /**
   * @throws BudgetTooSmallException if not even the smallest sweep would fit behind it
   */
  void run() throws IOException, BudgetTooSmallException {
    take(List.of(baseline, twin));
    take(List.of(twin, baseline, baseline, twin));
  }

  private void take(List<Candidate> candidates) throws IOException, BudgetTooSmallException {
    Reserve later =
        SweepPlanner.reserveForSamples(evaluator, baseline, SweepPlanner.FEWEST_SWEPT)
            .and(Shares.rounds(evaluator, baseline, Shares.FEWEST_ROUNDS_BEHIND));
    if (!evaluator.takeRound(Phase.PREFLIGHT, candidates, later)) {
      throw SweepPlanner.tooSmall(evaluator, baseline);
    }
  }

  boolean hasValidSample() {
    return valid().findAny().isPresent();
  }

  /**
   * Standard deviation of the log ratio of two copies by the clock that shows more of it; NaN if no
   * two valid ones are neighbours.
   */
  double noise() {
    int lastRound = evaluator.samples(Phase.PREFLIGHT).getLast().round();
    List<Sample> neighbours =
        valid()
            .filter(sample -> sample.round() == lastRound)
            .sorted(Comparator.comparingInt(Sample::position))
            .toList();
    return Arrays.stream(Clock.values())
        .mapToDouble(
            clock ->
                Noise.ofNeighbours(
                    neighbours.stream().mapToDouble(it -> it.seconds(clock)).toArray()))
        .max()
        .orElseThrow();
  }

  private Stream<Sample> valid() {
    return evaluator.samples(Phase.PREFLIGHT).stream().filter(Sample::isValid);
  }
}
