package dev.cleave.reports;

import dev.cleave.reports.chart.ChartFiles;
import dev.cleave.reports.chart.QualifyCharts;
import dev.cleave.reports.html.QualifyPage;
import dev.cleave.reports.junit.QualifyJunit;
import dev.cleave.tuner.qualify.QualifyRun;
import java.nio.file.Path;
import java.util.List;

/** Every report of a qualification beside its {@code run.json}, the machine-readable ones first. */
public enum QualifyReportKind {
  SPECIFICATION("specification.yaml", NamedReport.text(QualifyRun::specificationText)),
  JUNIT("junit.xml", NamedReport.text(QualifyJunit::of)),
  CHARTS("charts", (run, directory, _) -> ChartFiles.write(QualifyCharts.of(run), directory)),
  HTML("report.html", NamedReport.text(QualifyPage::of));

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final NamedReport<QualifyRun> report;

  QualifyReportKind(String label, NamedReport<QualifyRun> report) {
    this.label = label;
    this.report = report;
  }

  /**
   * Writes every one of them into the directory; one that fails doesn't keep the others from being
   * written.
   */
  public static WrittenReports writeAll(QualifyRun run, Path directory) {
    return WrittenReports.of(
        List.of(values()), kind -> kind.report.write(run, directory, kind.label));
  }

  /** The name of what it writes. */
  @Override
  public String toString() {
    return label;
  }
}
