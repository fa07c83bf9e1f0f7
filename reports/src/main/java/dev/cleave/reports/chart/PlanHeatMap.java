package dev.cleave.reports.chart;

import dev.cleave.engine.ByteSize;
import dev.cleave.reports.chart.HeatMapData.Cell;
import dev.cleave.reports.table.CandidateRow;
import dev.cleave.reports.text.Figures;
import java.util.ArrayList;
import java.util.List;

/** Median throughput by split depth and chunk. */
final class PlanHeatMap {
  private PlanHeatMap() {}

  static HeatMapData of(ChartSubject subject, PlanGrid grid) {
    return new HeatMapData(
        subject.name("heatmap"),
        "Median throughput in " + subject.unit() + ", by split depth and chunk",
        subject.setting(),
        "chunk",
        "split depth",
        grid.chunks().stream().map(ByteSize::format).toList(),
        grid.splitDepths().stream().map(String::valueOf).toList(),
        grid.shown().stream().map(row -> cell(row, subject, grid)).toList(),
        caption(subject, grid));
  }

  private static Cell cell(CandidateRow row, ChartSubject subject, PlanGrid grid) {
    double rate = subject.unit().of(subject.throughput(row.throughput()).orElseThrow().median());
    Mark mark = subject.mark(row);
    return new Cell(
        grid.chunks().indexOf(row.candidate().plan().chunkBytes()),
        grid.splitDepths().indexOf(row.candidate().plan().splitDepth()),
        rate,
        Figures.threeDigits(rate),
        note(mark) + "N=" + row.samples(),
        mark);
  }

  private static String note(Mark mark) {
    return switch (mark) {
      case NONE -> "";
      case DEFAULT -> "default, ";
      case CHOSEN -> "chosen, ";
    };
  }

  private static List<String> caption(ChartSubject subject, PlanGrid grid) {
    List<String> caption = new ArrayList<>();
    caption.add(
        "Darker is faster. Valid samples of the sweep, "
            + ChartSubject.samplesEach(grid.samples())
            + ". Solid frame: the recommended plan; dashed: the default."
            + grid.hiddenNote());
    subject
        .baseline()
        .ifPresent(
            baseline ->
                subject
                    .baselineThroughput()
                    .ifPresent(
                        rate ->
                            caption.add(
                                "Default: "
                                    + baseline.plan()
                                    + ": "
                                    + Figures.threeDigits(subject.unit().of(rate.median()))
                                    + " "
                                    + subject.unit()
                                    + ", N = "
                                    + rate.samples()
                                    + ".")));
    return caption;
  }
}
