package dev.cleave.tuner.simulate;

import dev.cleave.tuner.search.StrategyKind;
import dev.cleave.tuner.search.SweepPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Many tunes of drawn devices, scored. The same settings give the same rows on any machine.
 *
 * @param tunes of each row
 * @param seed of everything drawn
 * @param budgetSeconds of a tune, in virtual time
 */
public record Simulation(int tunes, long seed, double budgetSeconds) {
  /** What the row of all surfaces together is called. */
  public static final String ALL = "all";

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
    return rows(strategy, List.of(surface), noise, false, row -> {}).getFirst();
  }

  /**
   * The rows of one strategy on several kinds of devices, and behind them the row of all of them
   * together, named {@value #ALL}.
   *
   * @param besideTheGrid whether to count the samples with which the interleaved full grid first
   *     meets the same regret, which takes long; in the row of all it is the regret on all of them,
   *     as a kind on which either has none, or which chance favoured, would say little
   * @param done hears of each row as it is there
   */
  public List<SimulationRow> rows(
      StrategyKind strategy,
      List<SurfaceKind> surfaces,
      double noise,
      boolean besideTheGrid,
      Consumer<SimulationRow> done) {
    List<SimulationRow> rows = new ArrayList<>();
    List<TuneOutcome> all = new ArrayList<>();
    for (SurfaceKind surface : surfaces) {
      List<TuneOutcome> outcomes = outcomes(strategy, surface, noise);
      all.addAll(outcomes);
      rows.add(row(strategy, List.of(surface), noise, outcomes, besideTheGrid));
      done.accept(rows.getLast());
    }
    if (rows.size() > 1) {
      rows.add(row(strategy, surfaces, noise, all, besideTheGrid));
    }
    return rows;
  }

  private SimulationRow row(
      StrategyKind strategy,
      List<SurfaceKind> surfaces,
      double noise,
      List<TuneOutcome> outcomes,
      boolean besideTheGrid) {
    @Nullable Double share =
        besideTheGrid
            ? mean(outcomes, TuneOutcome::samples)
                / gridSamples(surfaces, noise, mean(outcomes, TuneOutcome::regret))
            : null;
    String name = surfaces.size() == 1 ? surfaces.getFirst().toString() : ALL;
    return SimulationRow.of(strategy, name, noise, outcomes, share);
  }

  /** The row of all kinds of devices for each strategy, the one with the fewest samples first. */
  public List<SimulationRow> comparison(double noise) {
    return Arrays.stream(StrategyKind.values())
        .map(
            strategy ->
                rows(strategy, List.of(SurfaceKind.values()), noise, false, row -> {}).getLast())
        .sorted(Comparator.comparingDouble(SimulationRow::samplesMean))
        .toList();
  }

  private List<TuneOutcome> outcomes(StrategyKind strategy, SurfaceKind surface, double noise) {
    return outcomes(tune -> full(strategy, seedOf(surface, tune)).of(surface, noise));
  }

  /** The row of one strategy on a device as it was recorded. */
  public SimulationRow row(StrategyKind strategy, Replay replay) {
    List<TuneOutcome> outcomes = outcomes(tune -> full(strategy, seed * SPREAD + tune).of(replay));
    return SimulationRow.of(strategy, replay.name(), replay.noise(), outcomes, null);
  }

  private SimulatedTune full(StrategyKind strategy, long tuneSeed) {
    return new SimulatedTune(
        strategy, budgetSeconds, SimulatedTune.UNLIMITED, SweepPlan.FEWEST_ROUNDS, tuneSeed);
  }

  /** With how many samples, on average, the interleaved full grid first has a regret as small. */
  private double gridSamples(List<SurfaceKind> surfaces, double noise, double regret) {
    double limit = FEWEST_GRID_SAMPLES;
    List<TuneOutcome> outcomes = grid(surfaces, noise, (long) limit);
    while (mean(outcomes, TuneOutcome::regret) > regret && limit < MOST_GRID_SAMPLES) {
      limit *= GRID_STEP;
      outcomes = grid(surfaces, noise, (long) limit);
    }
    return mean(outcomes, TuneOutcome::samples);
  }

  private List<TuneOutcome> grid(List<SurfaceKind> surfaces, double noise, long samples) {
    return surfaces.stream().flatMap(it -> grid(it, noise, samples).stream()).toList();
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
