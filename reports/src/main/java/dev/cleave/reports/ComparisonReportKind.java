package dev.cleave.reports;

import dev.cleave.reports.chart.ChartFiles;
import dev.cleave.reports.chart.ComparisonForest;
import dev.cleave.reports.compare.RunComparison;
import dev.cleave.reports.html.ComparisonPage;
import dev.cleave.reports.json.ComparisonDocument;
import dev.cleave.reports.junit.ComparisonJunit;
import dev.cleave.reports.markdown.ComparisonMarkdown;
import dev.cleave.tuner.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Every report of a comparison of runs. */
public enum ComparisonReportKind {
  JSON("comparison.json", text(compared -> ComparisonDocument.of(compared).toJson() + "\n")),
  JUNIT("comparison.xml", text(ComparisonJunit::of)),
  MARKDOWN("comparison.md", text(ComparisonMarkdown::of)),
  CHARTS(
      "charts",
      (compared, directory, _) -> ChartFiles.write(ComparisonForest.allOf(compared), directory)),
  HTML("comparison.html", text(ComparisonPage::of));

  @FunctionalInterface
  private interface Rendering {
    String of(RunComparison compared) throws IOException;
  }

  @FunctionalInterface
  private interface Writing {
    List<Path> write(RunComparison compared, Path directory, String name) throws IOException;
  }

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final Writing writing;

  ComparisonReportKind(String label, Writing writing) {
    this.label = label;
    this.writing = writing;
  }

  private static Writing text(Rendering rendering) {
    return (compared, directory, name) ->
        List.of(AtomicFile.write(directory.resolve(name), rendering.of(compared)));
  }

  /**
   * Writes every one of them into the directory, which is made if it isn't there; one that fails
   * doesn't keep the others from being written.
   */
  public static WrittenReports writeAll(RunComparison compared, Path directory) {
    return WrittenReports.of(
        List.of(values()), kind -> kind.writing.write(compared, directory, kind.label));
  }

  /** The name of what it writes. */
  @Override
  public String toString() {
    return label;
  }
}
