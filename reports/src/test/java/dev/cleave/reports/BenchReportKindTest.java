package dev.cleave.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.reports.json.BenchRunJson;
import dev.cleave.reports.text.BenchSummary;
import dev.cleave.tuner.contender.BenchFindings;
import dev.cleave.tuner.contender.BenchRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchReportKindTest {
  @TempDir Path directory;

  @Test
  void everyReportIsWritten() {
    WrittenReports written = BenchReportKind.writeAll(BenchRuns.golden(), directory);

    assertThat(written.warnings()).isEmpty();
    assertThat(written.files())
        .extracting(file -> file.getFileName().toString())
        .containsExactly("run.json", "samples.csv", "summary.md", "report.html");
  }

  @Test
  void theRunIsReadAsItWasWritten() throws IOException {
    BenchReportKind.writeAll(BenchRuns.golden(), directory);

    BenchRun read = BenchRunJson.read(directory.resolve("run.json")).orElseThrow();

    assertThat(read).isEqualTo(BenchRuns.golden());
    assertThat(BenchRunJson.read(ofATune())).isEmpty();
  }

  private static Path ofATune() {
    return Path.of("src/test/resources/dev/cleave/reports/run.json");
  }

  @Test
  void thePageHasTheRooflineWithEverybodyInIt() throws IOException {
    BenchReportKind.writeAll(BenchRuns.golden(), directory);

    assertThat(Files.readString(directory.resolve("report.html")))
        .contains("data-chart=\"roofline\"")
        .contains("data-chart=\"peers-command\"")
        .contains("data-chart=\"peers-durable\"")
        .contains("both at once")
        .contains("rclone, no rclone on the PATH")
        .doesNotContain("<script>alert(1)");
  }

  @Test
  void theTableFitsATerminal() {
    assertThat(BenchSummary.of(BenchFindings.of(BenchRuns.golden())).lines())
        .allMatch(line -> line.length() <= 80)
        .anyMatch(line -> line.startsWith("cp -r=n           12  0.8"));
  }

  @Test
  void theTicketSaysWhoWins() throws IOException {
    BenchReportKind.writeAll(BenchRuns.golden(), directory);

    assertThat(Files.readString(directory.resolve("summary.md")))
        .contains(
            "Command clock: &lt;script>alert(1)&lt;/script> wins: cleave profile, the engine's")
        .contains("cp shared the source's blocks in 0.00")
        .contains("Roofline (fio-3.33, direct, 8 requests of 1MiB, N=12): read 2956,");
  }
}
