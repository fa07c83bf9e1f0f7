package dev.cleave.reports;

import dev.cleave.reports.chart.BenchCharts;
import dev.cleave.reports.csv.BenchCsv;
import dev.cleave.reports.html.BenchPage;
import dev.cleave.reports.json.BenchRunJson;
import dev.cleave.reports.markdown.BenchMarkdown;
import dev.cleave.tuner.contender.BenchFindings;
import dev.cleave.tuner.contender.BenchRun;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/** Every report of a bench, the machine-readable ones first. */
public enum BenchReportKind {
  RUN_JSON("run.json", BenchRunJson::new),
  SAMPLES_CSV("samples.csv", BenchCsv::new),
  MARKDOWN("summary.md", BenchMarkdown::new),
  CHARTS("charts", () -> BenchCharts::write),
  HTML("report.html", BenchPage::new);

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final Supplier<BenchReport> constructor;

  BenchReportKind(String label, Supplier<BenchReport> constructor) {
    this.label = label;
    this.constructor = constructor;
  }

  public BenchReport create() {
    return constructor.get();
  }

  /**
   * Writes every report of the run into the directory; one that fails doesn't keep the others from
   * being written.
   */
  public static WrittenReports writeAll(BenchRun run, Path directory) {
    return write(EnumSet.allOf(BenchReportKind.class), run, directory);
  }

  /** The same of a run that was read: its own file stays as it is. */
  public static WrittenReports writeAgain(BenchRun run, Path directory) {
    return write(EnumSet.complementOf(EnumSet.of(RUN_JSON)), run, directory);
  }

  private static WrittenReports write(Set<BenchReportKind> kinds, BenchRun run, Path directory) {
    BenchFindings findings = BenchFindings.of(run);
    return WrittenReports.of(kinds, kind -> kind.create().write(findings, directory));
  }

  /** The name of what it writes. */
  @Override
  public String toString() {
    return label;
  }
}
