package dev.cleave.tuner.simulate;

import dev.cleave.tuner.search.StrategyKind;
import dev.cleave.tuner.search.SweepPlan;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Many tunes of drawn devices, scored. The same settings give the same rows on any machine.
 *
 * @param tunes of each row
 * @param seed of everything drawn
 * @param budgetSeconds of a tune, in virtual time
 */
public record Simulation(int tunes, long seed, double budgetSeconds) {
  /** Sample counts that the full grid is tried with grow by this factor. */
  private static final double GRID_STEP = 1.2;

  private static final long FEWEST_GRID_SAMPLES = 150;
  private static final long MOST_GRID_SAMPLES = 10_000;
  private static final long SPREAD = 1_000_003;
  private static final double NO_TIME_LIMIT = 1e9;

  public Simulation {
    if (tunes < 1 || !(budgetSeconds > 0)) {
      throw new IllegalArgumentException(tunes + " tunes of " + budgetSeconds + " s");
    }
  }

  /** The row of one strategy on one kind of device. */
  public SimulationRow row(StrategyKind strategy, SurfaceKind surface, double noise) {
    List<TuneOutcome> outcomes = outcomes(strategy, surface, noise);
    return SimulationRow.of(strategy, surface.toString(), noise, outcomes, null);
  }

  /** The row of one strategy on a device as it was recorded. */
  public SimulationRow row(StrategyKind strategy, Replay replay) {
    List<TuneOutcome> outcomes = outcomes(tune -> full(strategy, seed * SPREAD + tune).of(replay));
    return SimulationRow.of(strategy, replay.name(), replay.noise(), outcomes, null);
  }

  /** The row with the share of the samples that the full grid needs for the same regret. */
  public SimulationRow rowBesideTheGrid(StrategyKind strategy, SurfaceKind surface, double noise) {
    List<TuneOutcome> outcomes = outcomes(strategy, surface, noise);
    double gridSamples = gridSamples(surface, noise, mean(outcomes, TuneOutcome::regret));
    double samples = mean(outcomes, TuneOutcome::samples);
    return SimulationRow.of(strategy, surface.toString(), noise, outcomes, samples / gridSamples);
  }

  private List<TuneOutcome> outcomes(StrategyKind strategy, SurfaceKind surface, double noise) {
    return outcomes(tune -> full(strategy, seedOf(surface, tune)).of(surface, noise));
  }

  private SimulatedTune full(StrategyKind strategy, long tuneSeed) {
    return new SimulatedTune(
        strategy, budgetSeconds, SimulatedTune.UNLIMITED, SweepPlan.FEWEST_ROUNDS, tuneSeed);
  }

  /** With how many samples, on average, the interleaved full grid first has a regret as small. */
  private double gridSamples(SurfaceKind surface, double noise, double regret) {
    double limit = FEWEST_GRID_SAMPLES;
    List<TuneOutcome> outcomes = grid(surface, noise, (long) limit);
    while (mean(outcomes, TuneOutcome::regret) > regret && limit < MOST_GRID_SAMPLES) {
      limit *= GRID_STEP;
      outcomes = grid(surface, noise, (long) limit);
    }
    return mean(outcomes, TuneOutcome::samples);
  }

  private List<TuneOutcome> grid(SurfaceKind surface, double noise, long samples) {
    return outcomes(
        tune ->
            new SimulatedTune(StrategyKind.GRID, NO_TIME_LIMIT, samples, 1, seedOf(surface, tune))
                .of(surface, noise));
  }

  private static double mean(List<TuneOutcome> outcomes, ToDoubleFunction<TuneOutcome> figure) {
    return outcomes.stream().mapToDouble(figure).average().orElseThrow();
  }

  private List<TuneOutcome> outcomes(IntFunction<List<TuneOutcome>> tune) {
    return IntStream.range(0, tunes).parallel().mapToObj(tune).flatMap(List::stream).toList();
  }

  /** Every strategy meets the same devices. */
  private long seedOf(SurfaceKind surface, int tune) {
    return (seed * SPREAD + surface.toString().hashCode()) * SPREAD + tune;
  }
}
