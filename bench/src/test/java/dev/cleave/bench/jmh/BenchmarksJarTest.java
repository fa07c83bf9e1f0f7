package dev.cleave.bench.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.tuner.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The jar as users run it. */
class BenchmarksJarTest {
  private static final Path JAR =
      Path.of(System.getProperty("jdk.module.path"))
          .resolveSibling("../benchmarks.jar")
          .normalize();

  @TempDir Path directory;

  @Test
  void listsTheHotPathsAndNotTheSamplesOfATune() throws Exception {
    assertThat(run("-l"))
        .contains("CopyLoopBenchmark.copy")
        .contains("HashBenchmark.crc32c")
        .contains("SplitBenchmark.leaves")
        .contains("SplitBenchmark.tasks")
        .contains("SubmissionBenchmark.requests")
        .contains("WalkBenchmark.walk")
        .doesNotContain(".CopyBenchmark.");
  }

  @Test
  void runsEveryBenchmarkInThisJvmAndWritesJmhsJson() throws Exception {
    String result = directory.resolve("result.json").toString();
    run(
        "-f",
        "0",
        "-wi",
        "0",
        "-i",
        "1",
        "-r",
        "10ms",
        "-p",
        "splitDepth=0,2",
        "-p",
        "workers=2",
        "-p",
        "queueDepth=8",
        "-p",
        "chunk=1MiB",
        "-p",
        "directory=" + directory,
        "-rf",
        "json",
        "-rff",
        result);

    JsonNode runs = Json.LINE.readTree(Files.readString(Path.of(result)));
    List<String> names = new ArrayList<>();
    for (JsonNode one : runs) {
      assertThat(one.at("/primaryMetric/score").asDouble()).isPositive();
      names.add(one.get("benchmark").asString().replaceAll(".*\\.(\\w+\\.\\w+)$", "$1"));
    }
    assertThat(names)
        .containsExactlyInAnyOrder(
            "CopyLoopBenchmark.copy",
            "CopyLoopBenchmark.copy",
            "HashBenchmark.crc32c",
            "SplitBenchmark.leaves",
            "SplitBenchmark.leaves",
            "SplitBenchmark.tasks",
            "SplitBenchmark.tasks",
            "SubmissionBenchmark.requests",
            "WalkBenchmark.walk");
    assertThat(directory.toFile().list()).containsExactlyInAnyOrder("result.json", "said");
  }

  @Test
  void runsInAFork() throws Exception {
    assertThat(
            run(
                "SplitBenchmark.leaves",
                "-f",
                "1",
                "-wi",
                "0",
                "-i",
                "1",
                "-r",
                "10ms",
                "-p",
                "splitDepth=2"))
        .contains("# Fork: 1 of 1")
        .doesNotContain("WARNING:");
  }

  @Test
  void saysWhatIsWrongWithItsOptions() throws Exception {
    Path said = directory.resolve("said");
    assertThat(start(said, "--no-such-option")).isEqualTo(1);
    assertThat(said).content().contains("benchmarks: ");
  }

  private String run(String... arguments) throws Exception {
    Path said = directory.resolve("said");
    int exitCode = start(said, arguments);
    String printed = Files.readString(said);
    assertThat(exitCode).as(printed).isZero();
    return printed;
  }

  private static int start(Path said, String... arguments) throws Exception {
    List<String> words = new ArrayList<>();
    words.add(System.getProperty("java.home") + "/bin/java");
    words.add("--sun-misc-unsafe-memory-access=allow");
    words.addAll(List.of("-jar", JAR.toString()));
    words.addAll(List.of(arguments));
    return new ProcessBuilder(words)
        .redirectErrorStream(true)
        .redirectOutput(said.toFile())
        .start()
        .waitFor();
  }
}
