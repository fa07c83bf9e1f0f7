package dev.cleave.bench.cli;

import dev.cleave.reports.BenchReportKind;
import dev.cleave.reports.WrittenReports;
import dev.cleave.reports.json.BenchDocument;
import dev.cleave.reports.json.BenchRunJson;
import dev.cleave.reports.json.RunJson;
import dev.cleave.reports.text.BenchSummary;
import dev.cleave.tuner.contender.BenchFindings;
import dev.cleave.tuner.contender.BenchRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A bench on standard output; and its reports again, from its run.json. */
final class BenchRendering {
  private BenchRendering() {}

  /**
   * @param report null if it could not be written
   */
  static void print(
      BenchFindings findings,
      Path directory,
      @Nullable Path report,
      CommonOptions common,
      Console console) {
    if (common.json()) {
      console.out().println(BenchDocument.of(findings, directory, report).toJson());
    } else {
      console.out().print(BenchSummary.of(findings));
      console.out().println();
      console.out().println("report: " + (report == null ? "none" : report));
    }
  }

  /** The bench that a run is which the user names; empty if it is none, or there is no such run. */
  static Optional<BenchRun> bench(Path named, Path runs) throws IOException {
    Path file =
        Files.isRegularFile(named) ? named : directory(named, runs).resolve(RunJson.FILE_NAME);
    return Files.isRegularFile(file) ? BenchRunJson.read(file) : Optional.empty();
  }

  private static Path directory(Path named, Path runs) {
    if (Files.isRegularFile(named)) {
      return named.toAbsolutePath().resolveSibling("");
    }
    return Files.isDirectory(named) ? named : runs.resolve(named);
  }

  /** Writes the reports again, beside its run.json or elsewhere, and prints it. */
  static int again(
      BenchRun run,
      Path named,
      Path runs,
      @Nullable Path output,
      CommonOptions common,
      Console console) {
    Path directory = directory(named, runs);
    Path written = output == null ? directory : output;
    WrittenReports reports = BenchReportKind.writeAgain(run, written);
    reports.warnings().forEach(warning -> console.say(warning.toString()));
    Path report = written.resolve(BenchReportKind.HTML.toString());
    boolean reported = reports.files().contains(report);
    print(BenchFindings.of(run), directory, reported ? report : null, common, console);
    return reports.warnings().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }
}
