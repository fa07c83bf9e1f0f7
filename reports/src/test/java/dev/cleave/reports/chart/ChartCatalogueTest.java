package dev.cleave.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.reports.TuneRuns;
import dev.cleave.reports.chart.HeatMapData.Cell;
import dev.cleave.reports.chart.HeatMapData.Mark;
import dev.cleave.reports.chart.LineChartData.Range;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ChartCatalogueTest {
  @Test
  void hasAHeatMapAndLinesPerClock() {
    assertThat(ChartCatalogue.of(TuneRuns.sixteenCandidates()))
        .extracting(ChartData::name)
        .containsExactly(
            "heatmap-large-cold-command-nio",
            "splitdepth-large-cold-command-nio",
            "heatmap-large-cold-durable-nio",
            "splitdepth-large-cold-durable-nio");
  }

  @Test
  void marksTheChosenCellAndTheDefaultOne() {
    var chart = (HeatMapData) ChartCatalogue.of(TuneRuns.sixteenCandidates()).getFirst();

    assertThat(chart.columns()).containsExactly("1MiB", "2MiB", "4MiB", "8MiB");
    assertThat(chart.rows()).containsExactly("0", "1", "2", "3");
    assertThat(chart.cells()).hasSize(16);
    assertThat(chart.cells())
        .filteredOn(cell -> cell.mark() == Mark.CHOSEN)
        .singleElement()
        .extracting(Cell::column, Cell::row)
        .containsExactly(2, 2);
    assertThat(chart.cells())
        .filteredOn(cell -> cell.mark() == Mark.DEFAULT)
        .singleElement()
        .extracting(Cell::column, Cell::row)
        .containsExactly(0, 0);
  }

  @Test
  void marksNoCellAsChosenWhereTheDefaultStays() {
    var chart = (HeatMapData) ChartCatalogue.of(TuneRuns.sixteenCandidates()).get(2);

    assertThat(chart.cells()).noneMatch(cell -> cell.mark() == Mark.CHOSEN);
  }

  @Test
  void drawsNoErrorBarBelowThreeSamples() {
    var sparse = (LineChartData) ChartCatalogue.of(TuneRuns.sparse()).get(1);
    var full = (LineChartData) ChartCatalogue.of(TuneRuns.sixteenCandidates()).get(1);

    assertThat(sparse.series())
        .flatExtracting(LineChartData.Series::points)
        .allMatch(point -> point.range() == null);
    assertThat(full.series())
        .flatExtracting(LineChartData.Series::points)
        .allSatisfy(
            point -> {
              Range range = Objects.requireNonNull(point.range());
              assertThat(point.y()).isBetween(range.low(), range.high());
            });
  }

  @Test
  void usesTheUnitThatKeepsLabelsShort() {
    assertThat(ChartCatalogue.of(TuneRuns.fiftySixCandidates()).get(1).yTitle())
        .isEqualTo("throughput in GiB/s");
    assertThat(ChartCatalogue.of(TuneRuns.allEqual()).get(1).yTitle())
        .isEqualTo("throughput in MiB/s");
  }
}
