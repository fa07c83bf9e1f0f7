package dev.cleave.reports.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.reports.QualifyRuns;
import dev.cleave.reports.junit.QualifyJunit;
import dev.cleave.reports.text.QualifySummary;
import dev.cleave.tuner.json.Json;
import dev.cleave.tuner.qualify.QualifyRun;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class QualifyDocumentTest {
  private final QualifyRun run = QualifyRuns.withCliff();

  @Test
  void hasTheFieldsOfTheContract() {
    JsonNode document = document();

    assertThat(document.path("schema").asString()).isEqualTo("cleave.qualify/1");
    assertThat(document.path("verdict").asString()).isEqualTo("FAIL");
    assertThat(document.at("/requirements/0").propertyNames())
        .contains("name", "verdict", "measured", "low", "high", "bound", "unit", "margin");
    assertThat(document.at("/steadyState/reached").asBoolean()).isTrue();
    assertThat(document.path("burst").asDouble()).isEqualTo(1.9e9);
    assertThat(document.path("sustained").asDouble()).isEqualTo(512e6);
    assertThat(document.at("/cliff/bytes").asLong()).isEqualTo(38_000_000_000L);
    assertThat(document.at("/cliff/seconds").asDouble()).isEqualTo(20);
    assertThat(document.path("run").asString()).isEqualTo("/runs/1");
    assertThat(document.path("junit").asString()).isEqualTo("/runs/1/junit.xml");
  }

  @Test
  void theRunIsReadBackAsItWas() {
    String json = Json.LINE.writeValueAsString(run);

    assertThat(Json.LINE.readValue(json, QualifyRun.class)).isEqualTo(run);
  }

  @Test
  void aFailureIsAFailureToJunitAndWhatIsOpenIsSkipped() {
    assertThat(QualifyJunit.of(run))
        .contains("tests=\"4\" failures=\"1\" errors=\"1\" skipped=\"1\"")
        .contains("FAIL: fail for the test");
  }

  @Test
  void theTerminalHasARowForEachRequirement() {
    String text = QualifySummary.of(run);

    assertThat(text)
        .contains(
            """
            random write      FAIL          throughput  41.0 MB/s
              [40.0 MB/s, 42.0 MB/s]  >= 50.0 MB/s
            """)
        .contains("sequential write: burst 1.90 GB/s up to 20.0 s and 38.00 GB, then 512 MB/s")
        .contains("fio measures 498 MB/s, -2.7 % of ours, they agree");
  }

  @ParameterizedTest
  @MethodSource
  void theTextFitsEightyColumns(QualifyRun shown) {
    assertThat(QualifySummary.of(shown).lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
  }

  static Stream<QualifyRun> theTextFitsEightyColumns() {
    return Stream.of(QualifyRuns.withCliff(), QualifyRuns.hostile());
  }

  private JsonNode document() {
    Path directory = Path.of("/runs/1");
    return Json.LINE.readTree(
        QualifyDocument.of(
                run, directory, directory.resolve("junit.xml"), directory.resolve("report.html"))
            .toJson());
  }
}
