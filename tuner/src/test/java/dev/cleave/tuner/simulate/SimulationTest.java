package dev.cleave.tuner.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cleave.tuner.search.StrategyKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The design's error rates, over a reduced number of tunes: each share is judged by what chance
 * exceeds once in ten thousand times, so that a right tuner passes with any seed.
 */
class SimulationTest {
  private static final int TUNES = 60;
  private static final long SEED = 20_261_124;
  private static final double CHANCE = 1e-4;
  private static final int CLOCKS = 2;
  private static Map<String, SimulationRow> rows = Map.of();

  @BeforeAll
  static void simulate() {
    rows =
        simulation()
            .rows(StrategyKind.HALVING, List.of(SurfaceKind.values()), 0.05, false, row -> {})
            .stream()
            .collect(Collectors.toMap(SimulationRow::surface, Function.identity()));
  }

  private static Simulation simulation() {
    return new Simulation(TUNES, SEED, 900);
  }

  @Test
  void isSeldomWorseThanTheDefault() {
    assertAtMost(all(), all().worseThanDefault(), 0.01);
  }

  @Test
  void isWithinTheMarginOfTheBest() {
    assertAtMost(all(), 1 - all().withinMargin(), 0.05);
  }

  @Test
  void seldomTakesTheDefaultForBetterThanItsTwin() {
    assertAtMost(all(), all().aaFalsePositives(), 0.05);
  }

  @Test
  void keepsTheDefaultWhereEveryPlanIsTheSame() {
    SimulationRow flat = row(SurfaceKind.FLAT);
    assertAtMost(flat, flat.tuned(), 0.05);
  }

  @Test
  void lacksLittleToTheBestOnAverage() {
    assertThat(all().regretMean()).as("seed %d", SEED).isLessThanOrEqualTo(0.015);
  }

  @Test
  void reportsTheGainThatThereIs() {
    assertThat(all().gainBias()).as("seed %d", SEED).isCloseTo(0, within(0.01));
    int tuned = (int) Math.round(CLOCKS * all().tunes() * all().tuned());
    int missed = (int) Math.round(tuned * (1 - Objects.requireNonNull(all().coverage())));
    assertThat(missed)
        .as("gains outside of their interval, seed %d", SEED)
        .isBetween(
            BinomialDistribution.of(tuned, 0.03).inverseCumulativeProbability(CHANCE),
            BinomialDistribution.of(tuned, 0.07).inverseCumulativeProbability(1 - CHANCE));
  }

  @Test
  void findsWhatEachKindOfDeviceGives() {
    assertThat(row(SurfaceKind.NETWORK).tuned()).isGreaterThan(0.9);
    assertThat(row(SurfaceKind.IOPS_CAP).tuned()).isGreaterThan(0.9);
    assertThat(row(SurfaceKind.NVME_KNEE).tuned()).isGreaterThan(0.9);
  }

  @Test
  void isTheSameForTheSameSeed() {
    Simulation small = new Simulation(5, SEED, 900);
    SimulationRow first = small.row(StrategyKind.HALVING, SurfaceKind.ARBITRARY, 0.1);

    assertThat(small.row(StrategyKind.HALVING, SurfaceKind.ARBITRARY, 0.1)).isEqualTo(first);
    assertThat(
            new Simulation(5, SEED + 1, 900).row(StrategyKind.HALVING, SurfaceKind.ARBITRARY, 0.1))
        .isNotEqualTo(first);
  }

  /** On devices with something to find; where all is the same, any grid is done at once. */
  @Test
  void takesFewerSamplesThanTheFullGrid() {
    List<SurfaceKind> surfaces = List.of(SurfaceKind.NVME_KNEE, SurfaceKind.ARBITRARY);
    SimulationRow together =
        new Simulation(20, SEED, 900)
            .rows(StrategyKind.HALVING, surfaces, 0.03, true, row -> {})
            .getLast();

    assertThat(together.surface()).isEqualTo(Simulation.ALL);
    assertThat(together.samplesShare()).as("seed %d", SEED).isLessThan(1);
  }

  private static SimulationRow all() {
    return Objects.requireNonNull(rows.get(Simulation.ALL));
  }

  private static SimulationRow row(SurfaceKind surface) {
    return Objects.requireNonNull(rows.get(surface.toString()));
  }

  /** The two clocks of a tune see the same disturbances: only tunes count as independent. */
  private static void assertAtMost(SimulationRow row, double share, double rate) {
    int most =
        CLOCKS
            * BinomialDistribution.of(row.tunes(), rate).inverseCumulativeProbability(1 - CHANCE);
    assertThat((int) Math.round(CLOCKS * row.tunes() * share))
        .as("%s, seed %d", row.surface(), SEED)
        .isLessThanOrEqualTo(most);
  }
}
