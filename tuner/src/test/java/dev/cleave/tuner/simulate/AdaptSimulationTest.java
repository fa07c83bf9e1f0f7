package dev.cleave.tuner.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Issue 6's bounds on {@code copy --adapt}, reduced; README has the full table. */
class AdaptSimulationTest {
  private static final long SEED = 20261128;
  private static final int COPIES = 40;
  private static final double NOISE = 0.05;

  private final AdaptSimulation simulation = new AdaptSimulation(COPIES, SEED);

  @Test
  void holdsItsBoundsOverAllDevices() {
    List<AdaptRow> rows = simulation.rows(List.of(SurfaceKind.values()), NOISE, row -> {});

    AdaptRow all = rows.getLast();
    assertThat(all.copies()).isEqualTo(COPIES * SurfaceKind.values().length);
    assertThat(all.ofBestMean()).as("seed " + SEED).isGreaterThanOrEqualTo(0.95);
    for (AdaptRow row : rows) {
      String where = row.surface() + ", seed " + SEED;
      assertThat(row.lossMean()).as(where).isLessThanOrEqualTo(0.01);
      assertThat(row.lossP95()).as(where).isLessThanOrEqualTo(0.03);
      assertThat(row.searchSecondsMost()).as(where).isLessThanOrEqualTo(20);
    }
  }

  @Test
  void theSameSeedGivesTheSameRow() {
    List<SurfaceKind> one = List.of(SurfaceKind.NVME_KNEE);
    assertThat(new AdaptSimulation(5, SEED).rows(one, NOISE, row -> {}))
        .isEqualTo(new AdaptSimulation(5, SEED).rows(one, NOISE, row -> {}));
  }

  @Test
  void findsALargeGainWithoutNoise() {
    AdaptRow row = simulation.rows(List.of(SurfaceKind.NETWORK), 0.001, it -> {}).getFirst();
    assertThat(row.keptOfBestMean()).isGreaterThan(0.98);
    assertThat(row.lossMean()).isZero();
  }
}
