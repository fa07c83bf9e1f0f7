package dev.cleave.reports.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cleave.reports.GoldenFile;
import dev.cleave.reports.TuneRuns;
import dev.cleave.tuner.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class JmhJsonTest {
  @TempDir Path directory;

  @Test
  void writesTheFormatThatIsSealed() throws IOException {
    new JmhJson().write(TuneRuns.golden(), directory);

    GoldenFile.assertSame("jmh.json", directory.resolve("jmh.json"));
  }

  @Test
  void everySampleIsOneShotOfOneFork() throws IOException {
    new JmhJson().write(TuneRuns.sixteenCandidates(), directory);

    JsonNode results = Json.LINE.readTree(Files.readString(directory.resolve("jmh.json")));
    assertThat(results).hasSize(2 * 17);
    JsonNode metric = results.path(0).path("primaryMetric");
    assertThat(results.path(0).path("forks").asInt()).isEqualTo(6);
    assertThat(metric.path("rawData")).hasSize(6).allMatch(fork -> fork.size() == 1);
    double score = metric.path("score").asDouble();
    double error = metric.path("scoreError").asDouble();
    assertThat(metric.path("scoreConfidence").path(0).asDouble())
        .isCloseTo(score - error, within(1e-9));
    assertThat(metric.path("scorePercentiles").path("50.0").asDouble())
        .isBetween(
            metric.path("scorePercentiles").path("0.0").asDouble(),
            metric.path("scorePercentiles").path("100.0").asDouble());
  }
}
