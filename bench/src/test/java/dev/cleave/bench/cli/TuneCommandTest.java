package dev.cleave.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.tuner.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
            home, "tune", "--json", "--budget=90s", "--file-size=128MiB", device.toString());
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
    assertThat(runs).isEmptyDirectory();
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
    assertThat(InProcess.cleave(home, "tune", "--cache=hot", "x").exitCode()).isEqualTo(2);
    assertThat(InProcess.cleave(home, "tune", "--size-class=huge", "x").exitCode()).isEqualTo(2);
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
      InProcess second = InProcess.cleave(home, "tune", "--file-size=128MiB", device.toString());
      assertThat(second.exitCode()).isEqualTo(1);
      assertThat(second.err())
          .hasLineCount(1)
          .contains("another run is measuring ", ", process " + tune.pid() + "; wait for its end");
      new ProcessBuilder("kill", "-INT", Long.toString(tune.pid())).start().waitFor();
      assertThat(tune.waitFor()).isEqualTo(130);
    }
    assertThat(device).isEmptyDirectory();
  }

  @Test
  void aDryRunShowsThePlanAndLeavesNothing() {
    InProcess plan =
        InProcess.cleave(
            home, "tune", "--dry-run", "--budget=3m", "--file-size=128MiB", device.toString());

    assertThat(plan.exitCode()).isZero();
    assertThat(plan.out())
        .contains("large files, cold source: a file of 128MiB, 256MiB of room")
        .contains("candidates: default default-twin ")
        .contains("not tuned, for want of time: small files, medium files")
        .contains("nothing was tuned: --dry-run");
    assertThat(device).isEmptyDirectory();
    assertThat(runs).isEmptyDirectory();
  }

  @Test
  void tunesTreesOfSmallFiles() throws IOException {
    InProcess tune =
        InProcess.cleave(
            home, "tune", "--json", "--budget=90s", "--size-class=small", device.toString());

    assertThat(tune.exitCode()).isIn(ExitCode.DONE, ExitCode.INCONCLUSIVE);
    JsonNode document = Json.LINE.readTree(tune.out());
    assertThat(document.get("classes").propertyNames()).containsExactly("small");
    assertThat(device).isEmptyDirectory();
  }

  @Test
  void goesOnWhereItWasKilled() throws Exception {
    ProcessBuilder builder =
        ChildProcess.cleave(
            home,
            List.of(),
            "tune",
            "--budget=100s",
            "--seed=3",
            "--file-size=128MiB",
            device.toString());
    Process tune = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader said = tune.errorReader()) {
      assertThat(said.readLine()).contains("candidates"); // the sweep is about to begin
      List<ProcessHandle> workers = tune.descendants().toList();
      tune.destroyForcibly().waitFor();
      workers.forEach(ProcessHandle::destroyForcibly);
    }
    Path run = onlyRun();
    int taken = Files.readAllLines(run.resolve("journal.jsonl")).size();
    assertThat(taken).isPositive();
    assertThat(device).isNotEmptyDirectory();

    InProcess resumed =
        InProcess.cleave(home, "tune", "--json", "--resume", run.getFileName().toString());

    assertThat(resumed.exitCode()).as(resumed.err()).isIn(ExitCode.DONE, ExitCode.INCONCLUSIVE);
    assertThat(run).isDirectoryContaining("glob:**/run.json");
    JsonNode samples = Json.LINE.readTree(Files.readString(run.resolve("run.json"))).get("samples");
    assertThat(samples.size()).isGreaterThan(taken);
    assertThat(Files.readAllLines(run.resolve("journal.jsonl")).size()).isEqualTo(samples.size());
    assertThat(device).isEmptyDirectory();
    InProcess again = InProcess.cleave(home, "tune", "--resume", run.toString());
    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.err()).hasLineCount(1).contains("it is complete");
  }

  private Path onlyRun() throws IOException {
    try (Stream<Path> all = Files.list(runs)) {
      return all.findFirst().orElseThrow();
    }
  }

  @Test
  void resumesOnlyWhatIsATune() {
    InProcess tune = InProcess.cleave(home, "tune", "--resume", "20200101T000000Z");
    assertThat(tune.exitCode()).isEqualTo(1);
    assertThat(tune.err()).hasLineCount(1).contains("no such run in " + runs);
    assertThat(InProcess.cleave(home, "tune", "--resume", device.toString()).err())
        .contains("there is no tune.json, so it is no tune");
    assertThat(InProcess.cleave(home, "tune", "--resume", "x", device.toString()).exitCode())
        .isEqualTo(2);
  }
}
