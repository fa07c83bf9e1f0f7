package dev.cleave.reports.chart;

import dev.cleave.reports.chart.ForestData.Row;
import dev.cleave.reports.chart.ForestData.Side;
import dev.cleave.reports.table.CandidateRow;
import dev.cleave.reports.text.Figures;
import dev.cleave.tuner.stats.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Each candidate's ratio to the default, the highest first. */
final class RatioForest {
  /** As many rows as a page of paper holds. */
  static final int MOST_ROWS = 40;

  private RatioForest() {}

  static ForestData of(ChartSubject subject, double margin) {
    List<CandidateRow> compared =
        subject.table().rows().stream()
            .filter(row -> row.isBaseline() || row.ratios().containsKey(subject.clock()))
            .filter(row -> row.samples() > 0)
            .sorted(Comparator.comparingDouble((CandidateRow row) -> -ratio(row, subject)))
            .toList();
    List<CandidateRow> shown = shown(compared, subject);
    return new ForestData(
        subject.name("forest"),
        "Throughput as a ratio to the default's",
        subject.setting(),
        "ratio to the default",
        "candidate",
        margin,
        shown.stream().map(row -> row(row, subject)).toList(),
        List.of(caption(margin, compared.size() - shown.size())));
  }

  /** The fastest, and whatever their rank the default, its twin and the recommended plan. */
  private static List<CandidateRow> shown(List<CandidateRow> compared, ChartSubject subject) {
    List<CandidateRow> shown = new ArrayList<>();
    long always = compared.stream().filter(row -> isAlwaysShown(row, subject)).count();
    long room = MOST_ROWS - always;
    for (CandidateRow row : compared) {
      if (isAlwaysShown(row, subject)) {
        shown.add(row);
      } else if (room > 0) {
        shown.add(row);
        room--;
      }
    }
    return shown;
  }

  private static boolean isAlwaysShown(CandidateRow row, ChartSubject subject) {
    return row.isTwin() || subject.mark(row) != Mark.NONE;
  }

  private static double ratio(CandidateRow row, ChartSubject subject) {
    Interval ratio = row.ratios().get(subject.clock());
    return ratio == null ? 1 : ratio.ratio();
  }

  private static Row row(CandidateRow row, ChartSubject subject) {
    Interval ratio = row.ratios().get(subject.clock());
    Range range =
        ratio == null || !Double.isFinite(ratio.high())
            ? null
            : new Range(ratio.low(), ratio.high());
    Mark mark = subject.mark(row);
    return new Row(
        label(row, mark),
        ratio(row, subject),
        range,
        Side.of(range),
        mark,
        text(ratio, range) + "  N=" + row.samples());
  }

  private static String label(CandidateRow row, Mark mark) {
    String name = row.candidate().name();
    return mark == Mark.CHOSEN ? name + " (chosen)" : name;
  }

  private static String text(@Nullable Interval ratio, @Nullable Range range) {
    if (ratio == null) {
      return "1";
    }
    String times = String.format(Locale.ROOT, "%.2f", ratio.ratio());
    return range == null
        ? times
        : times + String.format(Locale.ROOT, " [%.2f, %.2f]", range.low(), range.high());
  }

  private static String caption(double margin, int hidden) {
    return "Geometric means of the ratios within rounds, with the 95 % t interval of each for"
        + " itself, from 3 rounds on; N: valid samples of the sweep. Grey band: less than the"
        + " margin of "
        + Figures.percent(margin)
        + " from the default. The twin is the default under another name: its distance from 1 is"
        + " noise."
        + (hidden == 0 ? "" : " " + hidden + " slower candidates are in the table only.");
  }
}
