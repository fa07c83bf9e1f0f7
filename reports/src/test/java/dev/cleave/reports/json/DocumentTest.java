package dev.cleave.reports.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.reports.GoldenFile;
import dev.cleave.reports.TuneRuns;
import dev.cleave.tuner.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DocumentTest {
  @Test
  void aTuneSaysWhatItFoundAndWhereItLies() {
    String json =
        TuneDocument.of(
                TuneRuns.sixteenCandidates(), Path.of("/runs/1"), Path.of("/runs/1/r.html"), null)
            .toJson();

    JsonNode document = Json.LINE.readTree(json);
    assertThat(document.path("schema").asString()).isEqualTo("cleave.tune/1");
    assertThat(document.path("verdict").asString()).isEqualTo("TUNED");
    assertThat(document.path("run").asString()).isEqualTo("/runs/1");
    assertThat(document.path("report").asString()).isEqualTo("/runs/1/r.html");
    assertThat(document.path("profile").isNull()).isTrue();
    JsonNode command = document.path("classes").path("large").path("command");
    assertThat(command.path("plan").path("chunkBytes").asLong()).isEqualTo(4 << 20);
    assertThat(command.path("gain").path("low").asDouble()).isEqualTo(1.3581);
    assertThat(command.path("samples").asInt()).isEqualTo(6);
    JsonNode limits = document.path("limits").path(0);
    assertThat(limits.path("sizeClass").asString()).isEqualTo("large");
    assertThat(limits.at("/found/0/kind").asString()).isEqualTo("destination");
    assertThat(document.at("/sampleWarnings/0/kind").asString()).isEqualTo("partly resident");
    assertThat(document.at("/sampleWarnings/0/holders/0/samples").asInt()).isEqualTo(1);
  }

  @Test
  void theTunesFormatIsSealed() throws IOException {
    Path run = Path.of("/runs/1");
    TuneDocument document =
        TuneDocument.of(TuneRuns.golden(), run, run.resolve("report.html"), null);

    GoldenFile.assertSame("tune.json", document.toJson() + "\n");
  }

  @Test
  void aGainWithoutUpperBoundIsNull() {
    String json = TuneDocument.of(TuneRuns.sparse(), Path.of("/runs/1"), null, null).toJson();

    assertThat(json).doesNotContain("Infinity").contains("\"high\" : null");
  }

  @Test
  void aProbeNamesTheOriginOfEachFact() {
    String json = ProbeDocument.of(TuneRuns.stack("/srv", "m")).toJson();

    JsonNode document = Json.LINE.readTree(json);
    assertThat(document.path("schema").asString()).isEqualTo("cleave.probe/1");
    assertThat(document.path("deviceClass").asString()).isEqualTo("virtual");
    JsonNode facts = document.path("leaves").path(0).path("facts");
    assertThat(facts.path("nrRequests").path("value").asInt()).isEqualTo(256);
    assertThat(facts.path("nrRequests").path("origin").asString()).isEqualTo("reported");
    assertThat(facts.path("writeCache").path("value").isNull()).isTrue();
  }
}
