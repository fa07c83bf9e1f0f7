package dev.cleave.tuner.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.tuner.search.Chance;
import dev.cleave.tuner.search.StrategyKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How often whole tunes of drawn devices are wrong at 5 % noise: the table of the design, reduced.
 * A figure is judged against its goal by what chance allows, so that a right tuner passes with any
 * seed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulationTest {
  private static final int TUNES = 80;
  private static final long SEED = Long.getLong("cleave.test.seed", 20261124);
  private static final double NOISE = 0.05;
  private static final double BUDGET_SECONDS = 900;
  private static final Simulation SIMULATION = new Simulation(TUNES, SEED, BUDGET_SECONDS);

  private Map<SurfaceKind, SimulationRow> rows = Map.of();

  @BeforeAll
  void simulate() {
    rows =
        Arrays.stream(SurfaceKind.values())
            .collect(
                Collectors.toMap(
                    surface -> surface,
                    surface -> SIMULATION.row(StrategyKind.DEFAULT, surface, NOISE)));
  }

  /** Both clocks of a tune see the same device, and chance strikes them together: tunes count. */
  @ParameterizedTest
  @EnumSource
  void hardlyAnyPlanIsWorseThanTheDefault(SurfaceKind surface) {
    assertThat(tunes(surface, SimulationRow::worseThanDefault))
        .as("of %d tunes, seed %d", TUNES, SEED)
        .isLessThanOrEqualTo(Chance.mostEvents(TUNES, 0.01));
  }

  @ParameterizedTest
  @EnumSource
  void theDefaultSeldomDiffersFromItsTwin(SurfaceKind surface) {
    assertThat(tunes(surface, SimulationRow::aaFalsePositives))
        .as("of %d tunes, seed %d", TUNES, SEED)
        .isLessThanOrEqualTo(Chance.mostEvents(TUNES, 0.05));
  }

  @ParameterizedTest
  @EnumSource
  void nearlyAllPlansAreWithinTheMarginOfTheBest(SurfaceKind surface) {
    assertThat(tunes(surface, SimulationRow::withinMargin))
        .as("of %d tunes, seed %d", TUNES, SEED)
        .isGreaterThanOrEqualTo(Chance.fewestEvents(TUNES, 0.95));
  }

  @ParameterizedTest
  @EnumSource
  void littleIsLostToTheBest(SurfaceKind surface) {
    assertThat(row(surface).regretMean()).as("seed %d", SEED).isLessThanOrEqualTo(0.015);
  }

  @Test
  void whereEveryPlanIsTheSameTheDefaultStays() {
    assertThat(TUNES - tunes(SurfaceKind.FLAT, SimulationRow::tuned))
        .as("of %d tunes, seed %d", TUNES, SEED)
        .isGreaterThanOrEqualTo(Chance.fewestEvents(TUNES, 0.95));
  }

  @Test
  void reportedGainsAreRightOnAverage() {
    for (SurfaceKind surface :
        List.of(SurfaceKind.NVME_KNEE, SurfaceKind.NETWORK, SurfaceKind.THERMAL)) {
      assertThat(row(surface).gainBias()).as("%s, seed %d", surface, SEED).isBetween(-0.01, 0.01);
    }
  }

  @Test
  void theSameSettingsGiveTheSameRow() {
    assertThat(SIMULATION.row(StrategyKind.DEFAULT, SurfaceKind.ARBITRARY, NOISE))
        .isEqualTo(row(SurfaceKind.ARBITRARY));
    assertThat(
            new Simulation(TUNES, SEED + 1, BUDGET_SECONDS)
                .row(StrategyKind.DEFAULT, SurfaceKind.ARBITRARY, NOISE))
        .isNotEqualTo(row(SurfaceKind.ARBITRARY));
  }

  @Test
  void theDefaultStrategyHoldsTheRegretWithTheFewestSamples() {
    List<SimulationRow> compared = new Simulation(20, SEED, BUDGET_SECONDS).comparison(0.03);

    assertThat(compared).hasSize(StrategyKind.values().length);
    assertThat(compared).allMatch(row -> row.surface().equals(Simulation.ALL));
    SimulationRow winner = compared.getFirst();
    assertThat(winner.strategy()).as("seed %d", SEED).isEqualTo(StrategyKind.DEFAULT);
    assertThat(winner.regretMean()).as("seed %d", SEED).isLessThanOrEqualTo(0.015);
  }

  @Test
  void aRowBesideTheGridSaysWhatTheGridNeeds() {
    List<SimulationRow> rows =
        new Simulation(20, SEED, BUDGET_SECONDS)
            .rows(
                StrategyKind.DEFAULT,
                List.of(SurfaceKind.NVME_KNEE, SurfaceKind.ARBITRARY),
                0.03,
                true,
                row -> {});

    assertThat(rows)
        .extracting(SimulationRow::surface)
        .containsExactly("nvme-knee", "arbitrary", Simulation.ALL);
    assertThat(rows.getLast().samplesShare()).as("seed %d", SEED).isBetween(0.05, 1.0);
  }

  @Test
  void refusesToSimulateNothing() {
    assertThatThrownBy(() -> new Simulation(0, SEED, BUDGET_SECONDS))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Simulation(1, SEED, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private SimulationRow row(SurfaceKind surface) {
    return Objects.requireNonNull(rows.get(surface), "simulated before all tests");
  }

  /** How many tunes a share amounts to, those that count for one clock only as half of one. */
  private int tunes(SurfaceKind surface, ToDoubleFunction<SimulationRow> share) {
    return (int) Math.round(TUNES * share.applyAsDouble(row(surface)));
  }
}
