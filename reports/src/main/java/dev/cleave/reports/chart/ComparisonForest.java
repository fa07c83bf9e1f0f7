package dev.cleave.reports.chart;

import dev.cleave.reports.chart.ForestData.Row;
import dev.cleave.reports.chart.ForestData.Side;
import dev.cleave.reports.compare.ComparisonGroup;
import dev.cleave.reports.compare.PlanComparison;
import dev.cleave.reports.compare.RunComparison;
import dev.cleave.reports.text.ComparisonSentences;
import dev.cleave.reports.text.Figures;
import dev.cleave.reports.text.Sentences;
import dev.cleave.tuner.stats.Interval;
import java.util.List;
import java.util.Locale;

/** The ratio of each plan in one run to the same in the first, what decides on top. */
public final class ComparisonForest {
  private ComparisonForest() {}

  /** One chart for each run, size class, cache state and clock. */
  public static List<ChartData> allOf(RunComparison compared) {
    return ComparisonGroup.allOf(compared).stream().map(group -> of(compared, group)).toList();
  }

  private static ChartData of(RunComparison compared, ComparisonGroup group) {
    List<Row> rows =
        group.comparisons().stream()
            .limit(RatioForest.MOST_ROWS)
            .map(ComparisonForest::row)
            .toList();
    String letter = ComparisonSentences.letter(group.run());
    return new ForestData(
        "comparison-%d-%s-%s-%s"
            .formatted(group.run(), group.sizeClass(), group.cacheState(), group.clock()),
        "Throughput in " + letter + " as a ratio to that in A",
        Sentences.part(group.sizeClass(), group.cacheState())
            + ", timed "
            + Sentences.until(group.clock()),
        "ratio of " + letter + " to A",
        "candidate",
        compared.margin(),
        rows,
        List.of(caption(compared, group.comparisons().size() - rows.size())));
  }

  private static Row row(PlanComparison compared) {
    Interval ratio = compared.ratio();
    Range range = Double.isFinite(ratio.high()) ? new Range(ratio.low(), ratio.high()) : null;
    String times = String.format(Locale.ROOT, "%.2f", ratio.ratio());
    String text =
        range == null
            ? times
            : times + String.format(Locale.ROOT, " [%.2f, %.2f]", range.low(), range.high());
    return new Row(
        compared.name(),
        ratio.ratio(),
        range,
        Side.of(compared.verdict()),
        compared.decides() ? Mark.CHOSEN : Mark.NONE,
        text + "  N=" + compared.before().rounds() + ", " + compared.after().rounds());
  }

  private static String caption(RunComparison compared, int hidden) {
    return "Ratios of trimmed geometric means, each with its "
        + Figures.percent(compared.confidence())
        + " interval by Welch's t, from 3 rounds of each run on; N: rounds of A and of the other. Bold: what decides. Grey band: less than the margin of "
        + Figures.percent(compared.margin())
        + "; faster and slower are those beyond it."
        + (hidden == 0 ? "" : " " + hidden + " more candidates are in the table only.");
  }
}
