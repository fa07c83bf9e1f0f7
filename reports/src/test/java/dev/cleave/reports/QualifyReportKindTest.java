package dev.cleave.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualifyReportKindTest {
  @TempDir Path directory;

  @Test
  void eachIsWrittenUnderItsName() {
    WrittenReports written = QualifyReportKind.writeAll(QualifyRuns.withCliff(), directory);

    assertThat(written.warnings()).isEmpty();
    assertThat(written.files()).allSatisfy(file -> assertThat(file).isNotEmptyFile());
    for (QualifyReportKind kind : QualifyReportKind.values()) {
      assertThat(directory.resolve(kind.toString())).exists();
    }
  }

  @Test
  void oneThatFailsLeavesTheOthers() throws Exception {
    Files.writeString(directory.resolve("charts"), "in the way");

    WrittenReports written = QualifyReportKind.writeAll(QualifyRuns.withCliff(), directory);

    assertThat(written.warnings()).extracting(ReportWarning::report).containsExactly("charts");
    assertThat(directory.resolve("report.html")).isNotEmptyFile();
  }

  @Test
  void hostileNamesStayText() {
    QualifyReportKind.writeAll(QualifyRuns.hostile(), directory);

    assertThat(directory.resolve("report.html")).content().doesNotContain("<script>alert");
    assertThat(directory.resolve("junit.xml")).content().doesNotContain("<script>");
  }
}
