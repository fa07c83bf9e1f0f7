package dev.cleave.tuner.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cleave.tuner.search.StrategyKind;
import dev.cleave.tuner.stats.Interval;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimulationRowTest {
  private static final Interval NO_GAIN = new Interval(1, 1, 1);

  @Test
  void countsAndAverages() {
    SimulationRow row =
        row(
            new TuneOutcome(true, 0.00, 1.20, new Interval(1.26, 1.22, 1.30), false, 100),
            new TuneOutcome(true, 0.02, 1.10, new Interval(1.10, 1.05, 1.15), false, 100),
            new TuneOutcome(true, 0.04, 0.98, new Interval(0.98, 0.90, 1.05), true, 300),
            new TuneOutcome(false, 0.02, 1, NO_GAIN, false, 300));

    assertThat(row.tunes()).isEqualTo(2);
    assertThat(row.tuned()).isEqualTo(0.75);
    assertThat(row.regretMean()).isCloseTo(0.02, within(1e-12));
    assertThat(row.worseThanDefault()).isEqualTo(0.25);
    assertThat(row.samplesMean()).isEqualTo(200);
    assertThat(row.withinMargin()).isEqualTo(0.75);
    assertThat(row.aaFalsePositives()).isEqualTo(0.25);
    assertThat(row.coverage()).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(row.gainBias()).isCloseTo((1.26 / 1.20 - 1) / 3, within(1e-12));
  }

  @Test
  void oneInTwentyExceedsThe95thPercentile() {
    TuneOutcome[] outcomes =
        IntStream.rangeClosed(1, 100)
            .mapToObj(it -> new TuneOutcome(false, it / 1000.0, 1, NO_GAIN, false, 1))
            .toArray(TuneOutcome[]::new);

    assertThat(row(outcomes).regretP95()).isEqualTo(0.095);
    assertThat(row(outcomes[41]).regretP95()).isEqualTo(0.042);
  }

  @Test
  void aRowWithoutAnyGainHasNoFigureOfGains() {
    SimulationRow row = row(new TuneOutcome(false, 0, 1, NO_GAIN, false, 1));

    assertThat(row.coverage()).isNull();
    assertThat(row.gainBias()).isNull();
  }

  @Test
  void onlyALossOfMoreThanOnePercentIsWorseThanTheDefault() {
    assertThat(row(new TuneOutcome(true, 0, 0.991, NO_GAIN, false, 1)).worseThanDefault()).isZero();
    assertThat(row(new TuneOutcome(true, 0, 0.989, NO_GAIN, false, 1)).worseThanDefault())
        .isEqualTo(1);
  }

  private static SimulationRow row(TuneOutcome... outcomes) {
    return SimulationRow.of(
        StrategyKind.GRID, SurfaceKind.FLAT.toString(), 0.05, List.of(outcomes), null);
  }
}
