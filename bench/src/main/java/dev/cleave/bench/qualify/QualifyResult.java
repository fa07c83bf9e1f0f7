package dev.cleave.bench.qualify;

import dev.cleave.reports.chart.ChartFiles;
import dev.cleave.reports.chart.QualifyCharts;
import dev.cleave.reports.html.QualifyPage;
import dev.cleave.reports.junit.QualifyJunit;
import dev.cleave.tuner.file.AtomicFile;
import dev.cleave.tuner.json.JsonFile;
import dev.cleave.tuner.qualify.QualifyRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run that has ended, and where what is known of it lies.
 *
 * @param warnings about files that could not be written
 */
public record QualifyResult(
    QualifyRun run, Path directory, Path junit, Path report, List<String> warnings) {
  private static final String RUN = "run.json";

  public QualifyResult {
    warnings = List.copyOf(warnings);
  }

  /**
   * Renders a run again, from its run.json alone.
   *
   * @return null if the directory holds a run of another kind
   */
  public static @Nullable QualifyResult again(Path directory) throws IOException {
    Path file = directory.resolve(RUN);
    if (!Files.isRegularFile(file) || !isQualification(file)) {
      return null;
    }
    return write(JsonFile.read(file, QualifyRun.class), directory);
  }

  /** The schema is the first field. */
  private static boolean isQualification(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String start = new String(in.readNBytes(200), StandardCharsets.UTF_8);
      return start.contains('"' + QualifyRun.SCHEMA);
    }
  }

  /**
   * Writes the run, its JUnit XML, its page and its charts; only the run's own JSON must succeed.
   */
  static QualifyResult write(QualifyRun run, Path directory) throws IOException {
    List<String> warnings = new ArrayList<>();
    Path junit = directory.resolve("junit.xml");
    Path report = directory.resolve("report.html");
    JsonFile.publish(directory.resolve(RUN), run);
    AtomicFile.write(directory.resolve("specification.yaml"), run.specificationText());
    AtomicFile.write(junit, QualifyJunit.of(run));
    try {
      AtomicFile.write(report, QualifyPage.of(run));
    } catch (IOException | RuntimeException e) {
      warnings.add("no report.html: " + e.getMessage());
    }
    try {
      ChartFiles.write(QualifyCharts.of(run), directory);
    } catch (Exception | Error e) { // without fonts AWT throws InternalError, then LinkageErrors
      warnings.add("no charts: " + e);
    }
    return new QualifyResult(run, directory, junit, report, warnings);
  }
}
