package dev.cleave.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.reports.json.BenchDocument;
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
        .extracting(file -> directory.relativize(file).toString())
        .containsExactly(
            "run.json",
            "samples.csv",
            "summary.md",
            "charts/roofline.png",
            "charts/roofline.svg",
            "charts/peers-command.png",
            "charts/peers-command.svg",
            "charts/peers-durable.png",
            "charts/peers-durable.svg",
            "report.html");
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
  void everyFormatIsSealed() throws IOException {
    BenchReportKind.writeAll(BenchRuns.golden(), directory);
    BenchFindings findings = BenchFindings.of(BenchRuns.golden());
    Path run = Path.of("/runs/1");
    String document = BenchDocument.of(findings, run, run.resolve("report.html")).toJson();

    GoldenFile.assertSame("bench-run.json", directory.resolve("run.json"));
    GoldenFile.assertSame("bench.csv", directory.resolve("samples.csv"));
    GoldenFile.assertSame("bench.md", directory.resolve("summary.md"));
    GoldenFile.assertSame("bench.txt", BenchSummary.of(findings));
    GoldenFile.assertSame("bench.json", document + "\n");
  }

  @Test
  void doubtfulSamplesAreCountedAndNamed() throws IOException {
    BenchReportKind.writeAll(BenchRuns.golden(), directory);
    String doubt =
        "busy processors in 9 of 60 samples (cleave profile 3, cleave default 3,"
            + " &lt;script&gt;alert(1)&lt;/script&gt; 3), the first: 0.30 s of 0.55 s spent waiting"
            + " for one";

    assertThat(Files.readString(directory.resolve("report.html")))
        .contains("Warning: " + doubt)
        .contains("72 samples, 9 with warnings, 12 invalid")
        .contains("INVALID: shared extents: 1GiB of the copy");
    assertThat(BenchSummary.of(BenchFindings.of(BenchRuns.golden())))
        .contains("\nWarning: busy processors in 9 of 60 samples (cleave profile 3, cleave");
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
