package dev.cleave.reports.chart;

import dev.cleave.tuner.qualify.Cliff;
import dev.cleave.tuner.qualify.DeviceQualification;
import dev.cleave.tuner.qualify.LatencyFigure;
import dev.cleave.tuner.qualify.LoadShape;
import dev.cleave.tuner.qualify.MeasuredLoad;
import dev.cleave.tuner.qualify.Metric;
import dev.cleave.tuner.qualify.QualifyRun;
import dev.cleave.tuner.qualify.RequirementResult;
import dev.cleave.tuner.qualify.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The charts of a qualification: each load's rate over its time, and its latencies. */
public final class QualifyCharts {
  private static final int MOST_CHARTS = 24;
  private static final double NANOSECOND = 1e-9;

  /** Percentiles that are lines in a histogram: with more their labels would crowd. */
  private static final Set<Double> LINES = Set.of(0.5, 0.99, 0.9999);

  private QualifyCharts() {}

  public static List<ChartData> of(QualifyRun run) {
    List<ChartData> charts = new ArrayList<>();
    for (DeviceQualification device : run.devices()) {
      for (MeasuredLoad load : device.loads()) {
        LoadShape shape = load.shape();
        if (shape != null && charts.size() < MOST_CHARTS) {
          charts.add(timeline(charts.size(), device, load, shape));
        }
        if (load.latencies().size() > 1 && charts.size() < MOST_CHARTS) {
          charts.add(percentiles(charts.size(), device, load));
        }
        if (!load.buckets().isEmpty() && charts.size() < MOST_CHARTS) {
          charts.add(histogram(charts.size(), device, load));
        }
      }
    }
    return List.copyOf(charts);
  }

  private static ChartData timeline(
      int number, DeviceQualification device, MeasuredLoad load, LoadShape shape) {
    List<Window> windows = load.measurement().windows();
    List<TimelineData.Point> points =
        windows.stream()
            .map(window -> new TimelineData.Point(window.endSeconds(), window.bytesPerSecond()))
            .toList();
    return TimelineData.throughput(
        "timeline-" + number,
        subject(device, load),
        List.of(new TimelineData.Series(load.measurement().workload().kind().toString(), points)),
        levels(windows.getLast().endSeconds(), shape),
        cliff(shape.cliff()),
        String.format(
            Locale.ROOT,
            "Steady state %s: range %.1f %%, slope %.1f %%, by %s.",
            shape.steady() ? "reached" : "not reached",
            100 * shape.range(),
            100 * shape.slopeExcursion(),
            shape.rule()));
  }

  private static TimelineData.@Nullable Cliff cliff(@Nullable Cliff cliff) {
    return cliff == null ? null : new TimelineData.Cliff(cliff.seconds(), cliff.bytes());
  }

  private static List<TimelineData.Level> levels(double end, LoadShape shape) {
    List<TimelineData.Level> levels = new ArrayList<>();
    Cliff cliff = shape.cliff();
    if (cliff != null && cliff.seconds() > 0) {
      levels.add(new TimelineData.Level("burst", 0, cliff.seconds(), shape.burst(), null));
    }
    Double sustained = shape.sustained();
    double from = cliff == null ? 0 : cliff.seconds();
    if (sustained != null && from < end) {
      levels.add(new TimelineData.Level("sustained", from, end, sustained, null));
    }
    return levels;
  }

  private static ChartData percentiles(int number, DeviceQualification device, MeasuredLoad load) {
    List<PercentilesData.Point> points = new ArrayList<>();
    for (LatencyFigure figure : load.latencies()) {
      points.add(
          new PercentilesData.Point(
              100 * figure.percentile(), Math.max(NANOSECOND, figure.seconds())));
    }
    long operations = load.measurement().windows().stream().mapToLong(Window::operations).sum();
    return PercentilesData.of(
        "percentiles-" + number,
        subject(device, load),
        List.of(
            new PercentilesData.Series(
                load.measurement().workload().kind().toString(), operations, points)),
        bounds(device, load),
        "Percentiles with fewer than ten operations beyond them are left out.");
  }

  private static ChartData histogram(int number, DeviceQualification device, MeasuredLoad load) {
    List<HistogramData.Line> lines =
        load.latencies().stream()
            .filter(figure -> LINES.contains(figure.percentile()))
            .map(
                figure ->
                    HistogramData.Line.percentile(
                        100 * figure.percentile(), Math.max(NANOSECOND, figure.seconds())))
            .toList();
    return HistogramData.of(
        "histogram-" + number,
        subject(device, load),
        load.buckets().stream()
            .map(it -> new HistogramData.Bucket(it.fromSeconds(), it.toSeconds(), it.operations()))
            .toList(),
        lines,
        "All operations of all windows.");
  }

  /** What was done, where, and which path it took: O_DIRECT goes past the page cache. */
  private static String subject(DeviceQualification device, MeasuredLoad load) {
    return load.name() + ", " + device.directory() + ", " + load.measurement().how();
  }

  private static List<PercentilesData.Bound> bounds(DeviceQualification device, MeasuredLoad load) {
    List<PercentilesData.Bound> bounds = new ArrayList<>();
    for (RequirementResult result : device.requirements()) {
      Double bound = result.bound();
      Double percentile = result.percentile();
      if (result.metric().equals(Metric.LATENCY.toString())
          && result.name().equals(load.name())
          && bound != null
          && percentile != null
          && percentile < PercentilesData.MOST / 100) {
        bounds.add(PercentilesData.Bound.of(100 * percentile, bound));
      }
    }
    return bounds;
  }
}
