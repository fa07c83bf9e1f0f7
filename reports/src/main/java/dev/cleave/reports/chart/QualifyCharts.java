package dev.cleave.reports.chart;

import dev.cleave.reports.chart.LineChartData.Point;
import dev.cleave.reports.chart.LineChartData.Series;
import dev.cleave.tuner.qualify.Cliff;
import dev.cleave.tuner.qualify.DeviceQualification;
import dev.cleave.tuner.qualify.LoadShape;
import dev.cleave.tuner.qualify.MeasuredLoad;
import dev.cleave.tuner.qualify.QualifyRun;
import dev.cleave.tuner.qualify.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The charts of a qualification: how each load's rate went over its time. */
public final class QualifyCharts {
  private static final int MOST_POINTS = 60;
  private static final int MOST_CHARTS = 24;

  private QualifyCharts() {}

  public static List<ChartData> of(QualifyRun run) {
    List<ChartData> charts = new ArrayList<>();
    for (DeviceQualification device : run.devices()) {
      for (MeasuredLoad load : device.loads()) {
        if (load.shape() != null && charts.size() < MOST_CHARTS) {
          charts.add(chart(charts.size(), device, load, load.shape()));
        }
      }
    }
    return List.copyOf(charts);
  }

  private static ChartData chart(
      int number, DeviceQualification device, MeasuredLoad load, LoadShape shape) {
    List<Window> windows = load.measurement().windows();
    int group = (windows.size() + MOST_POINTS - 1) / MOST_POINTS;
    List<Point> before = new ArrayList<>();
    List<Point> behind = new ArrayList<>();
    Cliff cliff = shape.cliff();
    for (int i = 0; i < windows.size(); i += group) {
      List<Window> part = windows.subList(i, Math.min(windows.size(), i + group));
      Point point = new Point(i / group + 1, mebibytes(part), null);
      boolean isBehind = cliff != null && part.getFirst().startSeconds() >= cliff.seconds();
      (isBehind ? behind : before).add(point);
    }
    List<Series> series = new ArrayList<>();
    if (!before.isEmpty()) {
      series.add(new Series(cliff == null ? "throughput" : "burst", before));
    }
    if (!behind.isEmpty()) {
      series.add(new Series("behind the cliff", behind));
    }
    Double sustained = shape.sustained();
    return new LineChartData(
        "qualify-" + number,
        load.name(),
        device.directory(),
        String.format(Locale.ROOT, "window of %.3g s", group * windows.getFirst().seconds()),
        "MiB/s",
        "part",
        series,
        sustained == null ? null : new LineChartData.Reference("steady state", sustained / 0x1p20),
        captions(windows, shape));
  }

  private static double mebibytes(List<Window> windows) {
    double bytes = windows.stream().mapToLong(Window::bytes).sum();
    return bytes / windows.stream().mapToDouble(Window::seconds).sum() / 0x1p20;
  }

  private static List<String> captions(List<Window> windows, LoadShape shape) {
    Cliff cliff = shape.cliff();
    String fall =
        cliff == null
            ? "No cliff was found."
            : String.format(
                Locale.ROOT,
                "The cliff: after %.1f s and %.2f GB.",
                cliff.seconds(),
                cliff.bytes() / 1e9);
    String steady =
        String.format(
            Locale.ROOT,
            "Steady state %s: range %.1f %%, slope %.1f %%; %s.",
            shape.steady() ? "reached" : "not reached",
            100 * shape.range(),
            100 * shape.slopeExcursion(),
            shape.rule());
    return List.of("N=" + windows.size() + " windows. " + fall, steady);
  }
}
