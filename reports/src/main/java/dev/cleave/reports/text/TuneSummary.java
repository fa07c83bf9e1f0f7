package dev.cleave.reports.text;

import dev.cleave.reports.table.CandidateRow;
import dev.cleave.reports.table.CandidateTable;
import dev.cleave.reports.table.Throughput;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.run.ClassSweep;
import dev.cleave.tuner.run.TuneRun;
import dev.cleave.tuner.stats.Interval;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a tune prints at its end: the recommendations, what limits, then the candidates as a table
 * of at most 80 columns. The paths of report and profile are the caller's to add.
 */
public final class TuneSummary {
  private static final int NAME_COLUMNS = 20;
  private static final int MOST_NOT_TRIED = 6;

  private TuneSummary() {}

  public static String of(TuneRun run) {
    StringBuilder text = new StringBuilder();
    run.warnings().forEach(w -> text.append(wrapped("Warning: " + w)));
    run.sweeps().forEach(sweep -> decisions(text, sweep));
    Limits.allOf(run).forEach(it -> text.append(wrapped(it.sentence())));
    KnobText.of(run).ifPresent(it -> text.append(wrapped(it)));
    Doubt.allOf(run).forEach(it -> text.append(wrapped("Warning: " + it.sentence())));
    for (CandidateTable table : CandidateTable.allOf(run)) {
      text.append('\n').append(table(table)).append(notTried(table.sweep().notTried()));
    }
    return text.toString();
  }

  private static String wrapped(String text) {
    return Lines.wrapped(Lines.printable(text), "", "  ");
  }

  private static void decisions(StringBuilder text, ClassSweep sweep) {
    sweep
        .recommendations()
        .forEach(
            (clock, recommendation) -> {
              String sentence = Sentences.recommendation(sweep, clock, recommendation);
              text.append(Lines.wrapped(sentence, "", "  "));
              if (!recommendation.why().isBlank()) {
                text.append(Lines.wrapped(recommendation.why(), "  ", "  "));
              }
            });
  }

  private static String table(CandidateTable table) {
    StringBuilder text = new StringBuilder();
    String heading =
        "Sweep of "
            + table.sweep().sizeClass()
            + " files ("
            + Sentences.setting(table.sweep())
            + ", noise "
            + Figures.percent(table.sweep().noise())
            + "): median MiB/s and ratio to the default, paired in rounds, with its 95 % interval;"
            + " fastest first";
    text.append(Lines.wrapped(heading, "", ""));
    text.append("%-26s%-27s%s\n".formatted("", "command clock", "durable clock"));
    text.append(row("candidate", "N", "MiB/s", "ratio", "MiB/s", "ratio"));
    List<CandidateRow> rows = table.fastestFirst(Clock.COMMAND);
    rows.forEach(row -> text.append(row(row)));
    return text.append(rows.isEmpty() ? "no valid sample\n" : "").toString();
  }

  private static String row(CandidateRow row) {
    return row(
        Lines.cut(Lines.printable(row.candidate().name()), NAME_COLUMNS),
        Integer.toString(row.samples()),
        median(row, Clock.COMMAND),
        ratio(row, Clock.COMMAND),
        median(row, Clock.DURABLE),
        ratio(row, Clock.DURABLE));
  }

  private static String row(
      String name, String n, String command, String ratio, String durable, String durableRatio) {
    return String.format(
                Locale.ROOT,
                "%-" + NAME_COLUMNS + "s %3s %7s %-18s %7s %-18s",
                name,
                n,
                command,
                ratio,
                durable,
                durableRatio)
            .stripTrailing()
        + "\n";
  }

  private static String median(CandidateRow row, Clock clock) {
    @Nullable Throughput throughput = row.throughput().get(clock);
    return throughput == null ? "" : Figures.mebibytes(throughput.median());
  }

  private static String ratio(CandidateRow row, Clock clock) {
    @Nullable Interval ratio = row.ratios().get(clock);
    if (ratio == null) {
      return row.isBaseline() ? "1" : "";
    }
    String ends =
        Double.isFinite(ratio.high())
            ? String.format(Locale.ROOT, " [%.2f, %.2f]", ratio.low(), ratio.high())
            : "";
    return String.format(Locale.ROOT, "%.2f%s", ratio.ratio(), ends);
  }

  private static String notTried(List<String> names) {
    if (names.isEmpty()) {
      return "";
    }
    int shown = Math.min(MOST_NOT_TRIED, names.size());
    String others =
        shown < names.size() ? " and " + (names.size() - shown) + " others, in the report" : "";
    return "\n"
        + wrapped(
            "Not tried, for want of time ("
                + names.size()
                + "): "
                + String.join(", ", names.subList(0, shown))
                + others);
  }
}
