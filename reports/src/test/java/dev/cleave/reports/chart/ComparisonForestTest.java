package dev.cleave.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.reports.RunVariants;
import dev.cleave.reports.TuneRuns;
import dev.cleave.reports.chart.ForestData.Side;
import dev.cleave.reports.compare.RunComparison;
import dev.cleave.tuner.run.TuneRun;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonForestTest {
  /** Proven to be slower, by more than 3 % and by less than 20 %. */
  @Test
  void isSlowerOnlyBeyondTheMarginAsInTheTable() throws Exception {
    assertThat(sides(0.9, 0.03)).contains(Side.SLOWER);
    assertThat(sides(0.9, 0.2)).containsOnly(Side.UNCLEAR);
  }

  private static List<Side> sides(double speed, double margin) throws Exception {
    TuneRun run = RunVariants.longer(TuneRuns.golden());
    RunComparison compared =
        RunComparison.of(List.of(run, RunVariants.atSpeed(run, speed)), margin);
    return ComparisonForest.allOf(compared).stream()
        .flatMap(chart -> ((ForestData) chart).rows().stream())
        .map(ForestData.Row::side)
        .toList();
  }
}
