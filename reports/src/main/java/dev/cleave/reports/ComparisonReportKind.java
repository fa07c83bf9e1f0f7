package dev.cleave.reports;

import dev.cleave.reports.chart.ChartFiles;
import dev.cleave.reports.chart.ComparisonForest;
import dev.cleave.reports.compare.RunComparison;
import dev.cleave.reports.html.ComparisonPage;
import dev.cleave.reports.json.ComparisonDocument;
import dev.cleave.reports.junit.ComparisonJunit;
import dev.cleave.reports.markdown.ComparisonMarkdown;
import java.nio.file.Path;
import java.util.List;

/** Every report of a comparison of runs. */
public enum ComparisonReportKind {
  JSON(
      "comparison.json",
      NamedReport.text(compared -> ComparisonDocument.of(compared).toJson() + "\n")),
  JUNIT("comparison.xml", NamedReport.text(ComparisonJunit::of)),
  MARKDOWN("comparison.md", NamedReport.text(ComparisonMarkdown::of)),
  CHARTS(
      "charts",
      (compared, directory, _) -> ChartFiles.write(ComparisonForest.allOf(compared), directory)),
  HTML("comparison.html", NamedReport.text(ComparisonPage::of));

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final NamedReport<RunComparison> report;

  ComparisonReportKind(String label, NamedReport<RunComparison> report) {
    this.label = label;
    this.report = report;
  }

  /**
   * Writes every one of them into the directory, which is made if it isn't there; one that fails
   * doesn't keep the others from being written.
   */
  public static WrittenReports writeAll(RunComparison compared, Path directory) {
    return WrittenReports.of(
        List.of(values()), kind -> kind.report.write(compared, directory, kind.label));
  }

  /** The name of what it writes. */
  @Override
  public String toString() {
    return label;
  }
}
