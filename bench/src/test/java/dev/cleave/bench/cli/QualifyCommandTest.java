package dev.cleave.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.tuner.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class QualifyCommandTest {
  private static final String TWO_LOADS =
      """
      qualify: 1
      name: two loads
      fio: never
      requirements:
        - name: small files
          workload: creates
          run: 1 s
          metric: operations
          at-least: 100 /s
        - name: integrity
          workload: integrity
          file-size: 1 MiB
          run: 100 ms
          metric: bad-blocks
          at-most: 0 blocks
      """;

  /** Whose pace is given, so that its windows are alike on any device: the verdict is sure. */
  private static final String PACED_LOADS =
      TWO_LOADS
          .replace("small files", "paced syncs")
          .replace("workload: creates", "workload: fdatasync\n    rate: 200 /s\n    window: 50 ms");

  /** Whose verdicts are no matter of speed. */
  private static final String SURE_LOADS =
      TWO_LOADS
          .replace("small files", "small blocks")
          .replace(
              "workload: creates", "workload: integrity\n    block: 4 KiB\n    file-size: 1 MiB")
          .replace("run: 1 s", "run: 100 ms")
          .replace("metric: operations", "metric: bad-blocks")
          .replace("at-least: 100 /s", "at-most: 0 blocks");

  @TempDir Path home;
  private Path directory;

  @BeforeEach
  void makeDirectory() throws IOException {
    directory = Files.createDirectory(home.resolve("data"));
  }

  @Test
  void aDeviceThatDoesWhatIsAskedPassesAndNothingIsLeft() throws IOException {
    InProcess run = qualify(PACED_LOADS, "--json");

    assertThat(run.exitCode()).as(run.toString()).isZero();
    JsonNode found = Json.LINE.readTree(run.out());
    assertThat(found.path("verdict").asString()).isEqualTo("PASS");
    assertThat(found.at("/requirements/0/name").asString()).isEqualTo("paced syncs");
    assertThat(found.at("/requirements/0/why").asString())
        .startsWith("passes with 95 % confidence, margin ");
    for (String file :
        List.of("run.json", "junit.xml", "charts", "report.html", "specification.yaml")) {
      assertThat(Path.of(found.path("run").asString(), file)).exists();
    }
    try (var left = Files.list(directory)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aRunThatWasCutOffKeepsWhatItHadMeasured() throws IOException {
    Path first =
        Path.of(Json.LINE.readTree(qualify(SURE_LOADS, "--json").out()).path("run").asString());
    List<String> lines = Files.readAllLines(first.resolve("journal.jsonl"));
    Files.delete(first.resolve("run.json"));
    Files.writeString(first.resolve("journal.jsonl"), lines.getFirst() + "\n{\"torn");

    InProcess again = InProcess.cleave(home, "qualify", "--resume", first.toString());

    assertThat(again.exitCode()).as(again.toString()).isZero();
    List<String> now = Files.readAllLines(first.resolve("journal.jsonl"));
    assertThat(now).hasSize(2).startsWith(lines.getFirst());
    assertThat(first.resolve("run.json")).exists();
  }

  @Test
  void reportRendersARunAgain() throws IOException {
    Path run =
        Path.of(Json.LINE.readTree(qualify(SURE_LOADS, "--json").out()).path("run").asString());
    String page = Files.readString(run.resolve("report.html"));
    Files.delete(run.resolve("report.html"));

    InProcess again = InProcess.cleave(home, "report", run.toString());

    assertThat(again.exitCode()).as(again.toString()).isZero();
    assertThat(again.out()).contains("small blocks  PASS");
    assertThat(Files.readString(run.resolve("report.html"))).isEqualTo(page);
  }

  @Test
  void aSoakRepeatsAndReportsTheTrend() throws IOException {
    InProcess run = qualify(TWO_LOADS, "--json", "--soak", "8s");

    JsonNode found = Json.LINE.readTree(run.out());
    assertThat(found.at("/devices/0/trends/0").asString()).startsWith("small files: ");
  }

  @Test
  void mistakesInTheSpecificationAreNamedWithTheirPlace() throws IOException {
    InProcess run = qualify(TWO_LOADS.replace("100 /s", "100"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("spec.yaml:9:15: at-least: '100' has no unit");
  }

  @Test
  void whatIsNoDirectoryIsRefused() throws IOException {
    Path file = Files.writeString(home.resolve("file"), "");
    Path spec = Files.writeString(home.resolve("spec.yaml"), TWO_LOADS);

    for (String named : List.of(file.toString(), "/dev/null", "/nonexistent")) {
      InProcess run = InProcess.cleave(home, "qualify", "--spec", spec.toString(), named);

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).contains(named);
    }
  }

  @Test
  void anotherDeviceThanExpectedIsRefused() throws IOException {
    InProcess run = qualify(TWO_LOADS, "--expect-device", "nvme7n1");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("is not on nvme7n1 but on ");
  }

  @Test
  void twoDirectoriesOnOneDeviceAreRefused() throws IOException {
    Path other = Files.createDirectory(home.resolve("other"));

    InProcess run = qualify(TWO_LOADS, other.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("are on one device");
  }

  @Test
  void aSpecificationOfItsOwnMakingIsUnderstood() throws IOException {
    InProcess draft = InProcess.cleave(home, "qualify", "--init", directory.toString());
    Path spec = Files.writeString(home.resolve("draft.yaml"), draft.out());
    InProcess refused =
        InProcess.cleave(home, "qualify", "--spec", spec.toString(), "/nonexistent");

    assertThat(draft.exitCode()).isZero();
    assertThat(draft.out()).startsWith("# A specification");
    assertThat(refused.err()).contains("/nonexistent").doesNotContain("draft.yaml:");
  }

  @Test
  void theSchemaIsJson() {
    InProcess run = InProcess.cleave(home, "qualify", "--schema");

    assertThat(Json.LINE.readTree(run.out()).path("$schema").asString()).contains("2020-12");
  }

  @Test
  void anUnknownSpecificationIsNamedWithTheShippedOnes() {
    InProcess run = InProcess.cleave(home, "qualify", "--spec", "etcd", directory.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("etcd: No such file").contains("etcd-ready");
  }

  @Test
  void aLogOnTheSameDiskIsRefused() {
    InProcess run =
        InProcess.cleave(
            home,
            "qualify",
            "--power-loss=record",
            "--log",
            home.resolve("log").toString(),
            directory.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("another disk or host");
    assertThat(directory).isEmptyDirectory();
  }

  private InProcess qualify(String specification, String... options) throws IOException {
    Path spec = Files.writeString(home.resolve("spec.yaml"), specification);
    String[] args = new String[options.length + 4];
    args[0] = "qualify";
    args[1] = "--spec";
    args[2] = spec.toString();
    args[3] = directory.toString();
    System.arraycopy(options, 0, args, 4, options.length);
    return InProcess.cleave(home, args);
  }
}
