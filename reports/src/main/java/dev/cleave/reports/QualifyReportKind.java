package dev.cleave.reports;

import dev.cleave.reports.chart.ChartFiles;
import dev.cleave.reports.chart.QualifyCharts;
import dev.cleave.reports.html.QualifyPage;
import dev.cleave.reports.junit.QualifyJunit;
import dev.cleave.tuner.file.AtomicFile;
import dev.cleave.tuner.qualify.QualifyRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Every report of a qualification beside its {@code run.json}, the machine-readable ones first. */
public enum QualifyReportKind {
  SPECIFICATION("specification.yaml", text(QualifyRun::specificationText)),
  JUNIT("junit.xml", text(QualifyJunit::of)),
  CHARTS("charts", (run, directory, _) -> ChartFiles.write(QualifyCharts.of(run), directory)),
  HTML("report.html", text(QualifyPage::of));

  @FunctionalInterface
  private interface Rendering {
    String of(QualifyRun run) throws IOException;
  }

  @FunctionalInterface
  private interface Writing {
    List<Path> write(QualifyRun run, Path directory, String name) throws IOException;
  }

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final Writing writing;

  QualifyReportKind(String label, Writing writing) {
    this.label = label;
    this.writing = writing;
  }

  private static Writing text(Rendering rendering) {
    return (run, directory, name) ->
        List.of(AtomicFile.write(directory.resolve(name), rendering.of(run)));
  }

  /**
   * Writes every one of them into the directory; one that fails doesn't keep the others from being
   * written.
   */
  public static WrittenReports writeAll(QualifyRun run, Path directory) {
    return WrittenReports.of(
        List.of(values()), kind -> kind.writing.write(run, directory, kind.label));
  }

  /** The name of what it writes. */
  @Override
  public String toString() {
    return label;
  }
}
