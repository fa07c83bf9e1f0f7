package dev.cleave.reports;

import dev.cleave.reports.chart.ChartFiles;
import dev.cleave.reports.csv.SamplesCsv;
import dev.cleave.reports.html.HtmlReport;
import dev.cleave.reports.json.JmhJson;
import dev.cleave.reports.json.RunJson;
import dev.cleave.reports.junit.TuneJunit;
import dev.cleave.reports.markdown.MarkdownSummary;
import dev.cleave.tuner.run.TuneRun;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/** Every report, in the order in which they are written: the machine-readable ones first. */
public enum ReportKind {
  RUN_JSON("run.json", RunJson::new),
  SAMPLES_CSV("samples.csv", SamplesCsv::new),
  JMH_JSON("jmh.json", JmhJson::new),
  JUNIT("junit.xml", TuneJunit::new),
  MARKDOWN("summary.md", MarkdownSummary::new),
  CHARTS("charts", ChartFiles::new),
  HTML("report.html", HtmlReport::new);

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // a reference to a constructor holds no state
  private final Supplier<Report> constructor;

  ReportKind(String label, Supplier<Report> constructor) {
    this.label = label;
    this.constructor = constructor;
  }

  public Report create() {
    return constructor.get();
  }

  /**
   * Writes every report of the run into the directory; one that fails doesn't keep the others from
   * being written.
   */
  public static WrittenReports writeAll(TuneRun run, Path directory) {
    return write(EnumSet.allOf(ReportKind.class), run, directory);
  }

  /** The same of a run that was read: its own file may have fields of a newer schema, and stays. */
  public static WrittenReports writeAgain(TuneRun run, Path directory) {
    return write(EnumSet.complementOf(EnumSet.of(RUN_JSON)), run, directory);
  }

  private static WrittenReports write(Set<ReportKind> kinds, TuneRun run, Path directory) {
    return WrittenReports.of(kinds, kind -> kind.create().write(run, directory));
  }

  /** The name of what it writes. */
  @Override
  public String toString() {
    return label;
  }
}
