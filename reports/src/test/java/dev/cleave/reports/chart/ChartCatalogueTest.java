package dev.cleave.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.reports.TuneRuns;
import dev.cleave.reports.chart.HeatMapData.Cell;
import dev.cleave.tuner.run.TuneRun;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ChartCatalogueTest {
  @Test
  void hasEveryChartOfBothClocksAndOneRace() {
    assertThat(ChartCatalogue.of(TuneRuns.sixteenCandidates()))
        .extracting(ChartData::name)
        .containsExactly(
            "forest-large-cold-command",
            "heatmap-large-cold-command-nio",
            "splitdepth-large-cold-command-nio",
            "samples-large-cold-command",
            "forest-large-cold-durable",
            "heatmap-large-cold-durable-nio",
            "splitdepth-large-cold-durable-nio",
            "samples-large-cold-durable",
            "race-large-cold");
  }

  @Test
  void marksTheChosenCellAndTheDefaultOne() {
    var chart = chart(TuneRuns.sixteenCandidates(), "command", HeatMapData.class);

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
    var chart = chart(TuneRuns.sixteenCandidates(), "durable", HeatMapData.class);

    assertThat(chart.cells()).noneMatch(cell -> cell.mark() == Mark.CHOSEN);
  }

  @Test
  void drawsNoErrorBarBelowThreeSamples() {
    var sparse = chart(TuneRuns.sparse(), "command", LineChartData.class);
    var full = chart(TuneRuns.sixteenCandidates(), "command", LineChartData.class);

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
    assertThat(chart(TuneRuns.fiftySixCandidates(), "command", LineChartData.class).yTitle())
        .isEqualTo("throughput in GiB/s");
    assertThat(chart(TuneRuns.allEqual(), "command", LineChartData.class).yTitle())
        .isEqualTo("throughput in MiB/s");
  }

  @Test
  void theForestHasEveryCandidateByItsRatio() {
    var forest = chart(TuneRuns.sixteenCandidates(), "command", ForestData.class);

    assertThat(forest.rows()).hasSize(17);
    assertThat(forest.rows())
        .extracting(ForestData.Row::ratio)
        .isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(forest.rows().getFirst().label()).isEqualTo("nio-d2-c4MiB (chosen)");
    assertThat(forest.rows().getFirst().side()).isEqualTo(ForestData.Side.FASTER);
    assertThat(forest.rows())
        .filteredOn(row -> row.mark() == Mark.DEFAULT)
        .singleElement()
        .isEqualTo(
            new ForestData.Row(
                "default", 1, null, ForestData.Side.UNCLEAR, Mark.DEFAULT, "1  N=6"));
  }

  @Test
  void aLongForestKeepsTheDefaultAndItsTwin() {
    var forest = chart(TuneRuns.twoHundredCandidates(), "command", ForestData.class);

    assertThat(forest.rows()).hasSize(RatioForest.MOST_ROWS);
    assertThat(forest.rows())
        .extracting(ForestData.Row::label)
        .contains("default", "default-twin", "nio-d2-c4MiB (chosen)");
    assertThat(forest.caption().getFirst())
        .endsWith("160 slower candidates are in the table only.");
  }

  @Test
  void everyValidSampleIsAPointInItsPlace() {
    TuneRun run = TuneRuns.sixteenCandidates();
    var samples = chart(run, "durable", ScatterData.class);

    List<ScatterData.Point> points =
        samples.series().stream().flatMap(series -> series.points().stream()).toList();
    assertThat(points).hasSize(run.samples().size());
    assertThat(points).allSatisfy(point -> assertThat(point.x()).isEqualTo(point.sample() + 1));
    assertThat(samples.series().getLast().label()).isEqualTo("default");
    assertThat(samples.series().getLast().points())
        .allSatisfy(
            point ->
                assertThat(run.samples().get(point.sample()).candidate()).isEqualTo("default"));
  }

  @Test
  void theRaceHasOnePointForEachLook() {
    TuneRun run = TuneRuns.sixteenCandidates();

    var race = chart(run, "cold", RaceData.class);

    assertThat(race.looks())
        .containsExactly(
            new RaceData.Look(2, 15, 0.1),
            new RaceData.Look(4, 7, 0.05),
            new RaceData.Look(6, 3, 0.2 / 6));
  }

  private static <T extends ChartData> T chart(TuneRun run, String nameHas, Class<T> kind) {
    return ChartCatalogue.of(run).stream()
        .filter(chart -> chart.name().contains(nameHas) && kind.isInstance(chart))
        .map(kind::cast)
        .findFirst()
        .orElseThrow();
  }
}
