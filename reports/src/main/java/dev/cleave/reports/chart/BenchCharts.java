package dev.cleave.reports.chart;

import dev.cleave.reports.chart.ForestData.Row;
import dev.cleave.reports.chart.ForestData.Side;
import dev.cleave.reports.chart.RooflineData.Roof;
import dev.cleave.reports.text.BenchSentences;
import dev.cleave.reports.text.Sentences;
import dev.cleave.tuner.contender.BenchFindings;
import dev.cleave.tuner.contender.ContenderResult;
import dev.cleave.tuner.contender.Roofline;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.stats.Interval;
import dev.cleave.tuner.stats.MedianInterval;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The charts of a bench: the roofline, and everybody's speed as a ratio to cp's by either clock.
 */
public final class BenchCharts {
  private BenchCharts() {}

  /** Writes them as files. */
  public static List<Path> write(BenchFindings findings, Path directory) throws IOException {
    return ChartFiles.write(allOf(findings), directory);
  }

  /** Those for which there are samples. */
  public static List<ChartData> allOf(BenchFindings findings) {
    List<ChartData> charts = new ArrayList<>();
    Roofline roofline = findings.roofline();
    List<RooflineData.Contender> bars = bars(findings);
    if (roofline != null && !bars.isEmpty()) {
      charts.add(roofline(findings, roofline, bars));
    }
    for (Clock clock : Clock.values()) {
      List<Row> rows = rows(findings, clock);
      if (!rows.isEmpty()) {
        charts.add(forest(findings, clock, rows));
      }
    }
    return charts;
  }

  private static ChartData roofline(
      BenchFindings findings, Roofline roofline, List<RooflineData.Contender> bars) {
    return RooflineData.of(
        "roofline",
        Sentences.capitalized(BenchSentences.heading(findings))
            + ", timed "
            + Sentences.until(Clock.DURABLE),
        List.of(
            new Roof("reading alone", roofline.read()),
            new Roof("writing alone", roofline.write()),
            new Roof("both at once", roofline.copy())),
        bars,
        "Medians with their 95 % intervals. The roofs were measured in the same rounds by "
            + roofline.by()
            + ", N="
            + roofline.samples()
            + ".");
  }

  private static List<RooflineData.Contender> bars(BenchFindings findings) {
    List<RooflineData.Contender> bars = new ArrayList<>();
    for (ContenderResult result : findings.results()) {
      if (result.hasSamples()) {
        MedianInterval seconds = result.seconds(Clock.DURABLE);
        Range range =
            seconds.isBounded()
                ? new Range(result.fileBytes() / seconds.high(), result.fileBytes() / seconds.low())
                : null;
        bars.add(
            new RooflineData.Contender(
                result.contender().name(),
                result.bytesPerSecond(Clock.DURABLE),
                range,
                result.contender().isEngine(),
                seconds.n()));
      }
    }
    return bars;
  }

  private static ChartData forest(BenchFindings findings, Clock clock, List<Row> rows) {
    return new ForestData(
        "peers-" + clock,
        "Speed as a ratio to that of " + findings.cp(),
        Sentences.capitalized(BenchSentences.heading(findings))
            + ", timed "
            + Sentences.until(clock),
        "ratio to " + findings.cp(),
        "contender",
        0,
        rows,
        List.of(
            "Trimmed geometric means of ratios within rounds, each with its 95 % interval from 3"
                + " rounds on; N: rounds. Bold: the engine."));
  }

  private static List<Row> rows(BenchFindings findings, Clock clock) {
    List<Row> rows = new ArrayList<>();
    for (ContenderResult result : findings.results()) {
      Interval ratio = findings.ratioToCp(result, clock);
      if (ratio != null) {
        rows.add(row(findings, result, ratio));
      }
    }
    return rows;
  }

  private static Row row(BenchFindings findings, ContenderResult result, Interval ratio) {
    String name = result.contender().name();
    Range range = Double.isFinite(ratio.high()) ? new Range(ratio.low(), ratio.high()) : null;
    String times = String.format(Locale.ROOT, "%.2f", ratio.ratio());
    String ends =
        range == null ? "" : String.format(Locale.ROOT, " [%.2f, %.2f]", range.low(), range.high());
    return new Row(
        name,
        ratio.ratio(),
        range,
        Side.of(range),
        result.contender().isEngine() ? Mark.CHOSEN : Mark.NONE,
        times + ends + "  N=" + findings.pairs(name, String.valueOf(findings.cp())));
  }
}
