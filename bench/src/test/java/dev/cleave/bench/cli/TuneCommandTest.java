package dev.cleave.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.tuner.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class TuneCommandTest {
  @TempDir Path home;
  @TempDir Path device;
  private Path runs;

  @BeforeEach
  void findHomes() {
    runs = home.resolve(".local/state/cleave/runs");
  }

  @Test
  void tunesReportsAndSavesAProfileThatCopiesUse() throws IOException {
    InProcess tune =
        InProcess.cleave(
            home, "tune", "--json", "--budget=60s", "--file-size=128MiB", device.toString());
    assertThat(tune.err()).isEmpty();
    assertThat(tune.exitCode()).isIn(ExitCode.DONE, ExitCode.INCONCLUSIVE);
    assertThat(device).isEmptyDirectory();
    JsonNode document = Json.LINE.readTree(tune.out());
    assertThat(document.get("schema").asString()).isEqualTo("cleave.tune/1");
    assertThat(document.get("classes").get("large").propertyNames())
        .containsExactlyInAnyOrder("command", "durable");
    Path run = Path.of(document.get("run").asString());
    assertThat(run.getParent()).isEqualTo(runs);
    assertThat(run).isDirectoryContaining("glob:**/run.json");
    assertThat(run).isDirectoryContaining("glob:**/journal.jsonl");
    assertThat(run).isDirectoryContaining("glob:**/samples.csv");
    assertThat(Path.of(document.get("report").asString())).isNotEmptyFile();
    assertCopiesUse(Path.of(document.get("profile").asString()));
  }

  private void assertCopiesUse(Path profile) throws IOException {
    String id = profile.getFileName().toString().replace(".json", "");
    Path source = Files.writeString(device.resolve("source"), "content");
    InProcess copy =
        InProcess.cleave(
            home, "copy", "--explain", source.toString(), device.resolve("target").toString());
    assertThat(copy.err()).contains("taken: profile " + id);
    assertThat(InProcess.cleave(home, "profile", "list").out()).contains(id);
    assertThat(InProcess.cleave(home, "profile", "show", id).out()).contains("cleave.profile/1");
  }

  @Test
  void refusesADirectoryThatIsNotThere() {
    InProcess tune = InProcess.cleave(home, "tune", device.resolve("missing").toString());
    assertThat(tune)
        .isEqualTo(
            new InProcess(
                1,
                "",
                "cleave: cannot tune '"
                    + device.resolve("missing")
                    + "': No such file or directory\n"));
  }

  @Test
  void refusesWhereThereIsTooLittleRoom() {
    InProcess tune = InProcess.cleave(home, "tune", "--file-size=4000TiB", device.toString());
    assertThat(tune.exitCode()).isEqualTo(1);
    assertThat(tune.err()).hasLineCount(1).contains("too little room in " + device);
    assertThat(device).isEmptyDirectory();
    assertThat(runs).doesNotExist();
  }

  @Test
  void aWriteBudgetThatIsTooSmallIsSaidBeforeAnythingIsMeasured() {
    InProcess tune =
        InProcess.cleave(
            home, "tune", "--write-budget=1GiB", "--file-size=128MiB", device.toString());
    assertThat(tune.exitCode()).isEqualTo(1);
    assertThat(tune.err())
        .hasLineCount(1)
        .contains("the budget is too small: a tune here needs about ");
    assertThat(device).isEmptyDirectory();
  }

  @Test
  void wrongUsageEndsInTwo() {
    assertThat(InProcess.cleave(home, "tune").exitCode()).isEqualTo(2);
    assertThat(InProcess.cleave(home, "tune", "--budget=5", device.toString()).exitCode())
        .isEqualTo(2);
    assertThat(InProcess.cleave(home, "nonsense").exitCode()).isEqualTo(2);
    assertThat(InProcess.cleave(home).exitCode()).isEqualTo(2);
  }

  @Test
  void leavesNothingOnTheDeviceWhenInterrupted() throws Exception {
    ProcessBuilder builder =
        ChildProcess.cleave(
            home, List.of(), "tune", "--budget=10m", "--file-size=128MiB", device.toString());
    Process tune = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader said = tune.errorReader()) {
      assertThat(said.readLine()).contains("candidates"); // the sweep is about to begin
      new ProcessBuilder("kill", "-INT", Long.toString(tune.pid())).start().waitFor();
      assertThat(tune.waitFor()).isEqualTo(130);
    }
    assertThat(device).isEmptyDirectory();
  }
}
