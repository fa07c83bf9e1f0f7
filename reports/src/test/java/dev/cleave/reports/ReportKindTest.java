package dev.cleave.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportKindTest {
  @TempDir Path directory;

  @Test
  void writesEveryReport() {
    WrittenReports written = ReportKind.writeAll(TuneRuns.sixteenCandidates(), directory);

    assertThat(written.warnings()).isEmpty();
    assertThat(written.files()).allSatisfy(file -> assertThat(file).isNotEmptyFile());
    for (ReportKind kind : ReportKind.values()) {
      assertThat(directory.resolve(kind.toString())).exists();
    }
  }

  @Test
  void aReportThatFailsDoesNotCostTheOthers() throws IOException {
    Files.createFile(directory.resolve("charts")); // where the directory should be

    WrittenReports written = ReportKind.writeAll(TuneRuns.golden(), directory);

    assertThat(written.warnings()).singleElement().extracting("report").isEqualTo("charts");
    assertThat(written.files())
        .containsExactly(
            directory.resolve("run.json"),
            directory.resolve("samples.csv"),
            directory.resolve("jmh.json"),
            directory.resolve("junit.xml"),
            directory.resolve("summary.md"),
            directory.resolve("report.html"));
  }

  @Test
  void whatIsWrittenAgainLeavesTheRunItselfAlone() {
    WrittenReports written = ReportKind.writeAgain(TuneRuns.golden(), directory);

    assertThat(written.warnings()).isEmpty();
    assertThat(directory.resolve("report.html")).isNotEmptyFile();
    assertThat(directory.resolve("run.json")).doesNotExist();
  }

  /** The contract of every report. */
  @ParameterizedTest
  @EnumSource
  void saysWhatItWroteAndWritesItAgain(ReportKind kind) throws IOException {
    for (int times = 0; times < 2; times++) {
      assertThat(kind.create().write(TuneRuns.golden(), directory))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(file).isNotEmptyFile())
          .allSatisfy(file -> assertThat(file).startsWith(directory));
    }
    try (var files = Files.walk(directory)) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
    }
  }
}
