package dev.cleave.tuner.simulate;

import dev.cleave.tuner.search.StrategyKind;
import dev.cleave.tuner.search.SweepPlan;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
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
  private static final double NO_TIME_LIMIT = 1e9;

  public Simulation {
    if (tunes < 1 || !(budgetSeconds > 0)) {
      throw new IllegalArgumentException(tunes + " tunes of " + budgetSeconds + " s");
    }
  }

  /** The row of one strategy on one kind of device. */
  public SimulationRow row(StrategyKind strategy, SurfaceKind surface, double noise) {
    return SimulationRow.of(strategy, surface, noise, outcomes(strategy, surface, noise), null);
  }

  /** The same with the share of the samples that the full grid needs for the same regret. */
  public SimulationRow rowBesideTheGrid(StrategyKind strategy, SurfaceKind surface, double noise) {
    List<TuneOutcome> outcomes = outcomes(strategy, surface, noise);
    double gridSamples =
        gridSamples(limit -> grid(surface, noise, limit), mean(outcomes, TuneOutcome::regret));
    double samples = mean(outcomes, TuneOutcome::samples);
    return SimulationRow.of(strategy, surface, noise, outcomes, samples / gridSamples);
  }

  /**
   * One row of all kinds of devices together, beside the grid: the regret to be met is that of all
   * of them, as a kind on which either has none, or which chance favoured, would say little.
   */
  public SimulationRow rowOfAll(StrategyKind strategy, double noise) {
    List<TuneOutcome> outcomes = onAll(surface -> outcomes(strategy, surface, noise));
    double gridSamples =
        gridSamples(
            limit -> onAll(surface -> grid(surface, noise, limit)),
            mean(outcomes, TuneOutcome::regret));
    double samples = mean(outcomes, TuneOutcome::samples);
    return SimulationRow.of(strategy, null, noise, outcomes, samples / gridSamples);
  }

  private static List<TuneOutcome> onAll(Function<SurfaceKind, List<TuneOutcome>> outcomes) {
    return Arrays.stream(SurfaceKind.values()).map(outcomes).flatMap(List::stream).toList();
  }

  /** A row of all kinds of devices for each strategy, the one with the fewest samples first. */
  public List<SimulationRow> comparison(double noise) {
    return Arrays.stream(StrategyKind.values())
        .map(strategy -> rowOfAll(strategy, noise))
        .sorted(Comparator.comparingDouble(SimulationRow::samplesMean))
        .toList();
  }

  private List<TuneOutcome> outcomes(StrategyKind strategy, SurfaceKind surface, double noise) {
    return outcomes(
        tune ->
            new SimulatedTune(
                strategy,
                surface,
                noise,
                budgetSeconds,
                SimulatedTune.UNLIMITED,
                SweepPlan.FEWEST_ROUNDS,
                seedOf(surface, tune)));
  }

  /** With how many samples, on average, the interleaved full grid first has a regret as small. */
  private static double gridSamples(LongFunction<List<TuneOutcome>> grid, double regret) {
    double limit = FEWEST_GRID_SAMPLES;
    List<TuneOutcome> outcomes = grid.apply((long) limit);
    while (mean(outcomes, TuneOutcome::regret) > regret && limit < MOST_GRID_SAMPLES) {
      limit *= GRID_STEP;
      outcomes = grid.apply((long) limit);
    }
    return mean(outcomes, TuneOutcome::samples);
  }

  private List<TuneOutcome> grid(SurfaceKind surface, double noise, long samples) {
    return outcomes(
        tune ->
            new SimulatedTune(
                StrategyKind.GRID,
                surface,
                noise,
                NO_TIME_LIMIT,
                samples,
                1,
                seedOf(surface, tune)));
  }

  private static double mean(List<TuneOutcome> outcomes, ToDoubleFunction<TuneOutcome> figure) {
    return outcomes.stream().mapToDouble(figure).average().orElseThrow();
  }

  private List<TuneOutcome> outcomes(IntFunction<SimulatedTune> tune) {
    return IntStream.range(0, tunes)
        .parallel()
        .mapToObj(tune)
        .flatMap(it -> it.run().stream())
        .toList();
  }

  /** Every strategy meets the same devices. */
  private long seedOf(SurfaceKind surface, int tune) {
    return (seed * 1_000_003 + surface.toString().hashCode()) * 1_000_003 + tune;
  }
}
