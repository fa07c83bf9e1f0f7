package dev.cleave.reports.html;

import static dev.cleave.reports.html.Html.all;
import static dev.cleave.reports.html.Html.text;

import dev.cleave.reports.table.CandidateRow;
import dev.cleave.reports.table.CandidateTable;
import dev.cleave.reports.text.Figures;
import dev.cleave.reports.text.Sentences;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.run.TuneRun;
import java.util.List;
import java.util.Optional;

/** The candidates with their throughput and their ratio to the default. */
final class CandidateTables {
  private static final List<String> HEADER =
      List.of(
          "candidate",
          "plan",
          "N",
          "command, median MiB/s",
          "ratio to the default [95 %]",
          "durable, median MiB/s",
          "ratio to the default [95 %]");
  private static final List<Boolean> NUMERIC = List.of(false, false, true, true, true, true, true);

  private CandidateTables() {}

  static Html section(TuneRun run) {
    return all(CandidateTable.allOf(run).stream().map(CandidateTables::section).toList());
  }

  private static Html section(CandidateTable table) {
    String note =
        "Valid samples of the sweep, fastest by the command clock first. Ratios are paired within"
            + " rounds; the twin is the default under another name, so that its distance from 1 is"
            + " noise.";
    List<List<Html>> rows =
        table.fastestFirst(Clock.COMMAND).stream().map(CandidateTables::row).toList();
    return Html.section(
        Sentences.capitalized(
            table.sweep().sizeClass()
                + " files, "
                + table.sweep().cacheState()
                + " source: candidates"),
        Html.styled("p", "quiet", text(note)),
        Html.styledTable("sortable", HEADER, NUMERIC, rows));
  }

  private static List<Html> row(CandidateRow row) {
    return List.of(
        text(row.candidate().name()),
        text(row.candidate().plan().toString()),
        text(Integer.toString(row.samples())),
        median(row, Clock.COMMAND),
        ratio(row, Clock.COMMAND),
        median(row, Clock.DURABLE),
        ratio(row, Clock.DURABLE));
  }

  private static Html median(CandidateRow row, Clock clock) {
    return Optional.ofNullable(row.throughput().get(clock))
        .map(throughput -> text(Figures.mebibytes(throughput.median())))
        .orElse(Html.NOTHING);
  }

  private static Html ratio(CandidateRow row, Clock clock) {
    return Optional.ofNullable(row.ratios().get(clock))
        .map(ratio -> text(Figures.times(ratio.ratio()) + " [" + Figures.ends(ratio) + "]"))
        .orElse(text(row.isBaseline() ? "1" : "unknown"));
  }
}
