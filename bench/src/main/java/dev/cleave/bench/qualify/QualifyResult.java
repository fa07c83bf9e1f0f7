package dev.cleave.bench.qualify;

import dev.cleave.reports.html.QualifyPage;
import dev.cleave.reports.junit.QualifyJunit;
import dev.cleave.tuner.file.AtomicFile;
import dev.cleave.tuner.json.JsonFile;
import dev.cleave.tuner.qualify.QualifyRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A run that has ended, and where what is known of it lies.
 *
 * @param warnings about files that could not be written
 */
public record QualifyResult(
    QualifyRun run, Path directory, Path junit, Path report, List<String> warnings) {
  public QualifyResult {
    warnings = List.copyOf(warnings);
  }

  /** Writes the run, its JUnit XML and its page; only the run's own JSON must succeed. */
  static QualifyResult write(QualifyRun run, Path directory) throws IOException {
    List<String> warnings = new ArrayList<>();
    Path junit = directory.resolve("junit.xml");
    Path report = directory.resolve("report.html");
    JsonFile.publish(directory.resolve("run.json"), run);
    AtomicFile.write(directory.resolve("specification.yaml"), run.specificationText());
    AtomicFile.write(junit, QualifyJunit.of(run));
    try {
      AtomicFile.write(report, QualifyPage.of(run));
    } catch (IOException | RuntimeException e) {
      warnings.add("no report.html: " + e.getMessage());
    }
    return new QualifyResult(run, directory, junit, report, warnings);
  }
}
