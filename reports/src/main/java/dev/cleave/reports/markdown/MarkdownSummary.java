package dev.cleave.reports.markdown;

import dev.cleave.reports.Report;
import dev.cleave.reports.table.CandidateRow;
import dev.cleave.reports.table.CandidateTable;
import dev.cleave.reports.text.Doubt;
import dev.cleave.reports.text.Figures;
import dev.cleave.reports.text.KnobText;
import dev.cleave.reports.text.Limits;
import dev.cleave.reports.text.Sentences;
import dev.cleave.tuner.file.AtomicFile;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.run.ClassSweep;
import dev.cleave.tuner.run.TuneRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The run as {@code summary.md}: what was found, what limits, the fastest candidates, how to do it
 * again.
 */
public final class MarkdownSummary implements Report {
  static final String FILE_NAME = "summary.md";

  private static final int MOST_ROWS = 10;
  private static final List<String> HEADER =
      List.of("candidate", "N", "command MiB/s", "ratio [95 %]", "durable MiB/s", "ratio [95 %]");

  @Override
  public List<Path> write(TuneRun run, Path directory) throws IOException {
    return List.of(AtomicFile.write(directory.resolve(FILE_NAME), of(run)));
  }

  static String of(TuneRun run) {
    StringBuilder text = new StringBuilder();
    text.append("## Cleave tuned " + Markdown.text(run.destination().path()));
    text.append(": " + Markdown.text(run.verdict().toString()) + "\n\n");
    run.sweeps().forEach(sweep -> decisions(text, sweep));
    Limits.allOf(run).forEach(limits -> text.append(Markdown.bullet(limits.sentence())));
    KnobText.of(run).ifPresent(knobs -> text.append(Markdown.bullet(knobs)));
    run.warnings().forEach(warning -> text.append(Markdown.bullet("Warning: " + warning)));
    Doubt.allOf(run).forEach(it -> text.append(Markdown.bullet("Warning: " + it.sentence())));
    CandidateTable.allOf(run).forEach(table -> candidates(text, table));
    text.append("\n")
        .append(
            MachineLines.of(
                run.id(),
                run.started(),
                run.environment(),
                run.source(),
                run.destination(),
                run.elapsedSeconds(),
                run.bytesWritten()))
        .append("\n");
    return text.append(Markdown.code(run.environment().commandLine())).toString();
  }

  private static void decisions(StringBuilder text, ClassSweep sweep) {
    sweep
        .recommendations()
        .forEach(
            (clock, found) ->
                text.append(Markdown.bullet(Sentences.recommendation(sweep, clock, found))));
  }

  private static void candidates(StringBuilder text, CandidateTable table) {
    List<CandidateRow> rows = table.fastestFirst(Clock.COMMAND);
    List<List<String>> shown =
        rows.stream()
            .filter(row -> row.isBaseline() || rows.indexOf(row) < MOST_ROWS)
            .map(MarkdownSummary::row)
            .toList();
    String heading =
        "%s (%s, noise %s)%s:"
            .formatted(
                Sentences.capitalized(table.sweep().sizeClass() + " files"),
                Sentences.setting(table.sweep()),
                Figures.percent(table.sweep().noise()),
                shown.size() < rows.size()
                    ? ", the fastest and the default of " + rows.size()
                    : "");
    text.append("\n").append(Markdown.text(heading)).append("\n\n");
    text.append(Markdown.table(HEADER, shown));
  }

  private static List<String> row(CandidateRow row) {
    return List.of(
        row.candidate().name(),
        Integer.toString(row.samples()),
        median(row, Clock.COMMAND),
        ratio(row, Clock.COMMAND),
        median(row, Clock.DURABLE),
        ratio(row, Clock.DURABLE));
  }

  private static String median(CandidateRow row, Clock clock) {
    return Optional.ofNullable(row.throughput().get(clock))
        .map(throughput -> Figures.mebibytes(throughput.median()))
        .orElse("");
  }

  private static String ratio(CandidateRow row, Clock clock) {
    return Optional.ofNullable(row.ratios().get(clock))
        .map(ratio -> Figures.times(ratio.ratio()) + " [" + Figures.ends(ratio) + "]")
        .orElse(row.isBaseline() ? "1" : "");
  }
}
