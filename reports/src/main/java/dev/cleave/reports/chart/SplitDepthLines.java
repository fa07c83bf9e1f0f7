package dev.cleave.reports.chart;

import dev.cleave.engine.ByteSize;
import dev.cleave.reports.chart.LineChartData.Point;
import dev.cleave.reports.chart.LineChartData.Reference;
import dev.cleave.reports.chart.LineChartData.Series;
import dev.cleave.reports.table.CandidateRow;
import dev.cleave.reports.table.Throughput;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Throughput over split depth, one series per chunk, with error bars. */
final class SplitDepthLines {
  private SplitDepthLines() {}

  static LineChartData of(ChartSubject subject, PlanGrid grid) {
    return new LineChartData(
        subject.name("splitdepth"),
        "Throughput over split depth",
        subject.setting(),
        "split depth d (at most 2^d tasks at once)",
        "throughput in " + subject.unit(),
        "chunk",
        grid.chunks().stream().map(chunk -> series(chunk, subject, grid)).toList(),
        reference(subject),
        List.of(caption(grid)));
  }

  private static Series series(long chunkBytes, ChartSubject subject, PlanGrid grid) {
    List<Point> points =
        grid.shown().stream()
            .filter(row -> row.candidate().plan().chunkBytes() == chunkBytes)
            .map(row -> point(row, subject))
            .sorted(Comparator.comparingInt(Point::x))
            .toList();
    return new Series(ByteSize.format(chunkBytes), points);
  }

  private static Point point(CandidateRow row, ChartSubject subject) {
    Throughput rate = subject.throughput(row.throughput()).orElseThrow();
    RateUnit unit = subject.unit();
    Range range = rate.isBounded() ? new Range(unit.of(rate.low()), unit.of(rate.high())) : null;
    return new Point(row.candidate().plan().splitDepth(), unit.of(rate.geometricMean()), range);
  }

  private static @Nullable Reference reference(ChartSubject subject) {
    return subject
        .baselineThroughput()
        .map(rate -> new Reference("default", subject.unit().of(rate.geometricMean())))
        .orElse(null);
  }

  private static String caption(PlanGrid grid) {
    return "Points: geometric means of the sweep's valid samples, "
        + ChartSubject.samplesEach(grid.samples())
        + ". Bars: 95 % t intervals of the log throughput, from 3 samples on. Points of one split"
        + " depth are drawn side by side."
        + grid.hiddenNote();
  }
}
