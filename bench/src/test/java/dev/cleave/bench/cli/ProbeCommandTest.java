package dev.cleave.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.tuner.json.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ProbeCommandTest {
  @TempDir Path home;

  @Test
  void printsTheContractsFieldsAsOneDocument() {
    InProcess probe = InProcess.cleave(home, "probe", "--json", home.toString());

    JsonNode document = Json.LINE.readTree(probe.out());
    assertThat(probe.exitCode()).isZero();
    assertThat(document.propertyNames())
        .contains("path", "mount", "fileSystem", "deviceClass", "stack", "leaves", "warnings");
    assertThat(document.path("warnings").isArray()).isTrue();
    JsonNode first = document.path("stack").path(0);
    assertThat(first.propertyNames()).containsExactlyInAnyOrder("name", "kind", "facts");
    assertThat(probe.out()).contains("randomReadMicros");
  }

  @Test
  void measuresNothingIfToldSo() {
    InProcess probe = InProcess.cleave(home, "probe", "--no-measure", home.toString());

    assertThat(probe.exitCode()).isZero();
    assertThat(probe.out()).startsWith("path ").doesNotContain("randomReadMicros");
  }

  @Test
  void aPathThatIsNotThereFails() {
    InProcess probe = InProcess.cleave(home, "probe", home + "/no");

    assertThat(probe.exitCode()).isEqualTo(1);
    assertThat(probe.err()).contains("No such file or directory");
  }
}
