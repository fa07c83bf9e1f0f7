package dev.cleave.bench.qualify;

import dev.cleave.reports.QualifyReportKind;
import dev.cleave.reports.ReportWarning;
import dev.cleave.reports.WrittenReports;
import dev.cleave.tuner.json.JsonFile;
import dev.cleave.tuner.qualify.QualifyRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run that has ended, and where what is known of it lies.
 *
 * @param junit null if it could not be written, as the report
 * @param warnings about files that could not be written
 */
public record QualifyResult(
    QualifyRun run,
    Path directory,
    @Nullable Path junit,
    @Nullable Path report,
    List<String> warnings) {
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

  /** Writes the run and its reports; only the run's own JSON must succeed. */
  static QualifyResult write(QualifyRun run, Path directory) throws IOException {
    JsonFile.publish(directory.resolve(RUN), run);
    WrittenReports reports = QualifyReportKind.writeAll(run, directory);
    return new QualifyResult(
        run,
        directory,
        written(reports, directory.resolve(QualifyReportKind.JUNIT.toString())),
        written(reports, directory.resolve(QualifyReportKind.HTML.toString())),
        reports.warnings().stream().map(ReportWarning::toString).toList());
  }

  private static @Nullable Path written(WrittenReports reports, Path file) {
    return reports.files().contains(file) ? file : null;
  }
}
