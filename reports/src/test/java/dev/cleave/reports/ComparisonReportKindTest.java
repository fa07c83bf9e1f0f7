package dev.cleave.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.reports.compare.RunComparison;
import dev.cleave.reports.text.ComparisonText;
import dev.cleave.tuner.json.Json;
import dev.cleave.tuner.run.TuneRun;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ComparisonReportKindTest {
  @TempDir Path directory;

  @Test
  void everyFormatIsSealed() throws Exception {
    TuneRun run = RunVariants.longer(TuneRuns.golden());
    RunComparison compared = RunComparison.of(List.of(run, RunVariants.atSpeed(run, 0.5)), 0.03);

    Path made = directory.resolve("made");
    WrittenReports written = ComparisonReportKind.writeAll(compared, made);

    assertThat(written.warnings()).isEmpty();
    assertThat(written.files()).allSatisfy(file -> assertThat(file).isNotEmptyFile());
    for (ComparisonReportKind kind : ComparisonReportKind.values()) {
      assertThat(made.resolve(kind.toString())).exists();
    }
    for (String text : List.of("comparison.json", "comparison.xml", "comparison.md")) {
      GoldenFile.assertSame(text, made.resolve(text));
    }
    GoldenFile.assertSame("comparison.txt", ComparisonText.of(compared));
  }

  @ParameterizedTest
  @MethodSource("dev.cleave.reports.TuneRuns#all")
  void theTextFitsEightyColumns(TuneRun run) throws Exception {
    RunComparison compared = RunComparison.of(List.of(run, RunVariants.atSpeed(run, 0.9)), 0.03);

    assertThat(ComparisonText.of(compared).lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
  }

  @Test
  void hostileNamesStayText() throws Exception {
    TuneRun run = TuneRuns.hostile();
    RunComparison compared = RunComparison.of(List.of(run, RunVariants.atSpeed(run, 0.5)), 0.03);

    ComparisonReportKind.writeAll(compared, directory);

    assertThat(directory.resolve("comparison.html")).content().doesNotContain("<script>alert");
    assertThat(directory.resolve("comparison.md")).content().doesNotContain("<script>");
    byte[] xml = Files.readAllBytes(directory.resolve("comparison.xml"));
    var suites =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml))
            .getDocumentElement();
    assertThat(suites.getElementsByTagName("failure").getLength()).isEqualTo(3);
  }

  @Test
  void theDocumentHasTheFieldsOfTheContract() throws Exception {
    TuneRun run = TuneRuns.sixteenCandidates();
    RunComparison compared = RunComparison.of(List.of(run, RunVariants.atSpeed(run, 0.5)), 0.03);

    ComparisonReportKind.writeAll(compared, directory);

    String json = Files.readString(directory.resolve("comparison.json"), StandardCharsets.UTF_8);
    JsonNode document = Json.LINE.readTree(json);
    assertThat(document.path("schema").asString()).isEqualTo("cleave.report/1");
    assertThat(document.path("verdict").asString()).isEqualTo("SLOWER");
    JsonNode first = document.path("comparisons").path(0);
    assertThat(first.path("class").asString()).isEqualTo("large");
    assertThat(first.path("plan").path("backend").asString()).isEqualTo("nio");
    assertThat(first.propertyNames()).contains("ratio", "low", "high", "verdict");
  }
}
