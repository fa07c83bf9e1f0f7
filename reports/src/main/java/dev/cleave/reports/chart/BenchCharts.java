package dev.cleave.reports.chart;

import dev.cleave.reports.chart.ForestData.Row;
import dev.cleave.reports.chart.ForestData.Side;
import dev.cleave.reports.text.BenchSentences;
import dev.cleave.reports.text.Sentences;
import dev.cleave.tuner.contender.BenchFindings;
import dev.cleave.tuner.contender.ContenderResult;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The charts of a bench: everybody's speed as a ratio to cp's, by either clock. */
public final class BenchCharts {
  private BenchCharts() {}

  /** Those for which there are samples. */
  public static List<ChartData> allOf(BenchFindings findings) {
    List<ChartData> charts = new ArrayList<>();
    for (Clock clock : Clock.values()) {
      List<Row> rows = rows(findings, clock);
      if (!rows.isEmpty()) {
        charts.add(forest(findings, clock, rows));
      }
    }
    return charts;
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
