package dev.cleave.reports.markdown;

import dev.cleave.reports.BenchReport;
import dev.cleave.reports.text.BenchSentences;
import dev.cleave.reports.text.Doubt;
import dev.cleave.reports.text.Figures;
import dev.cleave.tuner.contender.BenchFindings;
import dev.cleave.tuner.contender.BenchRun;
import dev.cleave.tuner.contender.ContenderResult;
import dev.cleave.tuner.contender.Missing;
import dev.cleave.tuner.contender.Roofline;
import dev.cleave.tuner.file.AtomicFile;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.stats.Interval;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A bench as {@code summary.md}, for a ticket: who wins, the figures, how to do it again. */
public final class BenchMarkdown implements BenchReport {
  private static final List<String> HEADER =
      List.of(
          "contender",
          "N",
          "command s [95 %]",
          "ratio to cp",
          "durable s [95 %]",
          "ratio to cp",
          "CPU s/GB",
          "peak MiB",
          "of the roofline");

  /** Spelled out because javac warns of implicit constructors in exported packages. */
  public BenchMarkdown() {}

  @Override
  public List<Path> write(BenchFindings findings, Path directory) throws IOException {
    return List.of(AtomicFile.write(directory.resolve(MarkdownSummary.FILE_NAME), of(findings)));
  }

  /** The document. */
  public static String of(BenchFindings findings) {
    BenchRun run = findings.run();
    StringBuilder text = new StringBuilder("## Cleave and its peers: ");
    text.append(Markdown.text(BenchSentences.heading(findings))).append("\n\n");
    BenchSentences.of(findings).forEach(sentence -> text.append(Markdown.bullet(sentence)));
    run.warnings().forEach(warning -> text.append(Markdown.bullet("Warning: " + warning)));
    Doubt.allOf(run).forEach(it -> text.append(Markdown.bullet("Warning: " + it.sentence())));
    BenchSentences.unused(findings).forEach(it -> text.append(Markdown.bullet(it)));
    for (Missing missing : run.missing()) {
      text.append(Markdown.bullet("Not there: " + missing.name() + ", " + missing.why()));
    }
    text.append("\n");
    text.append(
        Markdown.table(
            HEADER, findings.results().stream().map(result -> row(findings, result)).toList()));
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

  private static List<String> row(BenchFindings findings, ContenderResult result) {
    Long peak = result.peakBytes();
    Roofline roofline = findings.roofline();
    return List.of(
        result.contender().name(),
        Integer.toString(result.seconds(Clock.COMMAND).n()),
        Figures.median(result.seconds(Clock.COMMAND)),
        ratio(findings, result, Clock.COMMAND),
        Figures.median(result.seconds(Clock.DURABLE)),
        ratio(findings, result, Clock.DURABLE),
        result.hasSamples() ? Figures.threeDigits(result.cpuSecondsPerGB()) : "",
        peak == null ? "" : Figures.mebibytes((double) peak),
        roofline == null || !result.hasSamples() ? "" : Figures.percent(roofline.shareOf(result)));
  }

  private static String ratio(BenchFindings findings, ContenderResult result, Clock clock) {
    Interval ratio = findings.ratioToCp(result, clock);
    if (ratio == null) {
      return result.contender().name().equals(findings.cp()) ? "1" : "";
    }
    return Figures.times(ratio.ratio()) + " [" + Figures.ends(ratio) + "]";
  }
}
