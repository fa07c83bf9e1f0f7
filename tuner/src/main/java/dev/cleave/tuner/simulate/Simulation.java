package dev.cleave.tuner.simulate;

import dev.cleave.tuner.search.StrategyKind;
import dev.cleave.tuner.search.SweepPlan;
import java.util.ArrayList;
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
    return scored(strategy, surface, noise, false).row();
  }

  /**
   * The rows of one strategy on several kinds of devices, and behind them the row of all of them
   * together, named {@value #ALL}.
   *
   * @param besideTheGrid whether to count the samples with which the interleaved full grid first
   *     meets the same regret, which takes long
   * @param done hears of each row as it is there
   */
  public List<SimulationRow> rows(
      StrategyKind strategy,
      List<SurfaceKind> surfaces,
      double noise,
      boolean besideTheGrid,
      Consumer<SimulationRow> done) {
    List<Scored> all = new ArrayList<>();
    for (SurfaceKind surface : surfaces) {
      Scored scored = scored(strategy, surface, noise, besideTheGrid);
      all.add(scored);
      done.accept(scored.row());
    }
    List<SimulationRow> rows = new ArrayList<>(all.stream().map(Scored::row).toList());
    if (all.size() > 1) {
      rows.add(together(strategy, noise, all, besideTheGrid));
    }
    return rows;
  }

  private static SimulationRow together(
      StrategyKind strategy, double noise, List<Scored> all, boolean besideTheGrid) {
    double samples = all.stream().mapToDouble(scored -> scored.row().samplesMean()).sum();
    double gridSamples = all.stream().mapToDouble(Scored::gridSamples).sum();
    return SimulationRow.of(
        strategy,
        ALL,
        noise,
        all.stream().flatMap(scored -> scored.outcomes().stream()).toList(),
        besideTheGrid ? samples / gridSamples : null);
  }

  /**
   * A row, and what it comes from.
   *
   * @param gridSamples 0 where they weren't counted
   */
  private record Scored(SimulationRow row, List<TuneOutcome> outcomes, double gridSamples) {}

  private Scored scored(
      StrategyKind strategy, SurfaceKind surface, double noise, boolean besideTheGrid) {
    List<TuneOutcome> outcomes =
        outcomes(tune -> full(strategy, seedOf(surface, tune)).of(surface, noise));
    double gridSamples =
        besideTheGrid ? gridSamples(surface, noise, mean(outcomes, TuneOutcome::regret)) : 0;
    @Nullable Double share =
        besideTheGrid ? mean(outcomes, TuneOutcome::samples) / gridSamples : null;
    return new Scored(
        SimulationRow.of(strategy, surface.toString(), noise, outcomes, share),
        outcomes,
        gridSamples);
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
