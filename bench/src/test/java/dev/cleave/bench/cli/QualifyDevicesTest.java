package dev.cleave.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cleave.tuner.json.Json;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Qualifies devices whose truth is known, in processes of their own. Under a cap so many requests
 * are in flight that the device has enough of them while another process has our processor.
 */
@Timeout(300) // against a device that never answers
class QualifyDevicesTest {
  private static final Percentage FIVE_PER_CENT = Percentage.withPercentage(5);
  private static final String ACCEPT = "control-group-limits: accept\n";

  @Test
  void aDeviceOfTenMegabytesPassesBelowAndFailsAboveIt() throws Exception {
    try (KnownDevice device = KnownDevice.loop(300)) {
      Path group = device.cap("read_bps_device", 10_000_000);
      String read =
          """
              workload: sequential-read
              block: 64 KiB
              queue-depth: 64
              file-size: 32 MiB
              run: 8 s
              window: 400 ms
              metric: throughput
          """;
      JsonNode found =
          qualify(
              device,
              group,
              ACCEPT,
              requirement("enough", read, "at-least: 9 MB/s")
                  + requirement("too much", read, "at-least: 11 MB/s"));

      assertThat(found.at("/requirements/0/measured").asDouble()).isCloseTo(10e6, FIVE_PER_CENT);
      assertThat(verdicts(found)).containsExactly("PASS", "FAIL");
      assertThat(found.at("/verdict").asString()).isEqualTo("FAIL");
      assertThat(found.at("/exitCode").asInt()).isEqualTo(1);
    }
  }

  @Test
  void aDeviceOfTwoHundredOperationsPassesBelowAndFailsAboveIt() throws Exception {
    try (KnownDevice device = KnownDevice.loop(300)) {
      Path group = device.cap("read_iops_device", 200);
      String read =
          """
              workload: random-read
              block: 4 KiB
              queue-depth: 64
              file-size: 32 MiB
              run: 8 s
              window: 400 ms
              metric: operations
          """;
      JsonNode found =
          qualify(
              device,
              group,
              ACCEPT,
              requirement("enough", read, "at-least: 180 /s")
                  + requirement("too much", read, "at-least: 220 /s"));

      assertThat(found.at("/requirements/0/measured").asDouble()).isCloseTo(200, FIVE_PER_CENT);
      assertThat(verdicts(found)).containsExactly("PASS", "FAIL");
    }
  }

  @Test
  void aCapThatIsNoPartOfTheDeviceMakesAFailureInvalid() throws Exception {
    try (KnownDevice device = KnownDevice.loop(300)) {
      Path group = device.cap("read_bps_device", 10_000_000);
      JsonNode found =
          qualify(
              device,
              group,
              "control-group-limits: invalidate\n",
              requirement(
                  "too much",
                  """
                      workload: sequential-read
                      block: 64 KiB
                      queue-depth: 64
                      file-size: 64 MiB
                      run: 4 s
                      window: 200 ms
                      metric: throughput
                  """,
                  "at-least: 20 MB/s"));

      assertThat(verdicts(found)).containsExactly("INVALID");
      assertThat(found.at("/requirements/0/why").asString()).contains("throttled");
      assertThat(found.at("/exitCode").asInt()).isEqualTo(4);
    }
  }

  /** Burst, then sustained: the cap is lowered once so much has been written. */
  @Test
  void aCapLoweredInMidRunIsACliffFoundWithinOneWindow() throws Exception {
    try (KnownDevice device = KnownDevice.loop(300)) {
      Path group = device.cap("write_bps_device", 20_000_000);
      String write =
          """
              workload: sequential-write
              block: 64 KiB
              queue-depth: 64
              file-size: 64 MiB
              run: 22 s
              window: 400 ms
              metric: throughput
          """;
      Process process =
          start(
              device,
              group,
              ACCEPT + "undecided: leave\n",
              requirement(
                      "sustained",
                      write,
                      "part: sustained",
                      "after-written: 20 MB",
                      "after-time: 1 s",
                      "at-least: 6 MB/s")
                  + requirement("burst", write, "part: burst", "at-least: 16 MB/s"));
      device.awaitWritten(160_000_000, process);
      device.cap("write_bps_device", 8_000_000);
      JsonNode found = end(device, process);

      double window = 0.4 * 20e6;
      assertThat(found.at("/cliff/bytes").asDouble()).isCloseTo(160e6, within(window));
      assertThat(found.at("/burst").asDouble()).isCloseTo(20e6, FIVE_PER_CENT);
      assertThat(found.at("/sustained").asDouble()).isCloseTo(8e6, FIVE_PER_CENT);
      double bytes = found.at("/cliff/bytes").asDouble();
      assertThat(found.at("/cliff/seconds").asDouble()).isCloseTo(bytes / 20e6, within(0.4));
      assertThat(verdicts(found)).containsExactly("PASS", "PASS");
    }
  }

  @Test
  void fioAgreesOnACappedDevice() throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/fio")), "no fio here");
    try (KnownDevice device = KnownDevice.loop(300)) {
      Path group = device.cap("read_iops_device", 500);
      JsonNode found =
          qualify(
              device,
              group,
              ACCEPT + "fio: auto\n",
              requirement(
                  "reads",
                  """
                      workload: random-read
                      block: 4 KiB
                      queue-depth: 64
                      file-size: 32 MiB
                      run: 4 s
                      window: 200 ms
                      metric: operations
                  """,
                  "at-least: 400 /s"));

      assertThat(found.at("/devices/0/loads/0/fio/agrees").asBoolean())
          .as(found.at("/devices/0").toString())
          .isTrue();
    }
  }

  @Test
  void aFaultlessFileSystemPasses() throws Exception {
    try (KnownDevice device = KnownDevice.fuse(0)) {
      JsonNode found = integrity(device);

      assertThat(verdicts(found)).containsExactly("PASS");
      assertThat(found.at("/requirements/0/measured").asInt()).isZero();
    }
  }

  /** In a file of 64 blocks: the requests of its three rounds are 64 each. */
  @ParameterizedTest
  @CsvSource({
    "corrupt=70, corrupt, 2",
    "drop=130, lost, 3",
    "write-eio=70, failed, 2",
    "read-eio=10, failed, 1"
  })
  void aFaultIsFoundNamedAndLocated(String fault, String kind, int generation) throws Exception {
    try (KnownDevice device = KnownDevice.fuse(0, fault)) {
      JsonNode found = integrity(device);

      assertThat(verdicts(found)).containsExactly("FAIL");
      assertThat(found.at("/requirements/0/measured").asInt()).isOne();
      JsonNode bad =
          Json.LINE
              .readTree(Files.readString(Path.of(found.at("/run").asString(), "run.json")))
              .at("/devices/0/loads/0/measurement/badBlocks/0");
      assertThat(bad.at("/kind").asString()).isEqualTo(kind);
      assertThat(bad.at("/generation").asInt()).isEqualTo(generation);
      assertThat(bad.at("/offset").asLong()).isEqualTo(device.faultOffset());
      if (kind.equals("failed")) {
        assertThat(bad.at("/fault").asString()).contains("Input/output error");
      }
    }
  }

  private static JsonNode integrity(KnownDevice device) throws Exception {
    return qualify(
        device,
        null,
        "",
        requirement(
            "integrity",
            """
                workload: integrity
                block: 64 KiB
                file-size: 4 MiB
                run: 100 ms
                metric: bad-blocks
            """,
            "at-most: 0 blocks"));
  }

  @Test
  void aDeviceThatDelaysSomeSyncsFailsOnTheirPercentile() throws Exception {
    try (KnownDevice device = KnownDevice.fuse(0, "sync-delay=10")) {
      String syncs =
          """
              workload: fdatasync
              run: 6 s
              window: 300 ms
              metric: latency
              below: 40 ms
          """;
      JsonNode found =
          qualify(
              device,
              null,
              "",
              requirement("p99", syncs, "percentile: 99 %")
                  + requirement("p50", syncs, "percentile: 50 %"));

      assertThat(verdicts(found)).containsExactly("FAIL", "PASS");
    }
  }

  @Test
  void theWriteBudgetIsKept() throws Exception {
    try (KnownDevice device = KnownDevice.loop(300)) {
      JsonNode found =
          qualify(
              device,
              null,
              "write-budget: 80 MiB\n",
              requirement(
                  "writes",
                  """
                      workload: random-write
                      block: 64 KiB
                      queue-depth: 8
                      file-size: 64 MiB
                      run: 8 s
                      metric: throughput
                  """,
                  "at-least: 1 MB/s"));

      assertThat(verdicts(found)).containsExactly("INCONCLUSIVE");
      assertThat(found.at("/requirements/0/why").asString()).contains("budget");
      assertThat(found.at("/devices/0/bytesWritten").asLong()).isBetween(70L << 20, 80L << 20);
      // metadata and the journal come on top
      assertThat(device.bytesWritten()).isLessThan(100L << 20);
    }
  }

  @Test
  void nothingIsLeftAfterCtrlC() throws Exception {
    try (KnownDevice device = KnownDevice.loop(300)) {
      Process process =
          start(
              device,
              null,
              "",
              requirement(
                  "writes",
                  """
                      workload: sequential-write
                      file-size: 128 MiB
                      run: 200 s
                      metric: throughput
                  """,
                  "at-least: 1 MB/s"));
      device.awaitWritten(50_000_000, process);
      new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();

      assertThat(process.waitFor()).isEqualTo(130);
      try (var left = Files.list(device.directory())) {
        assertThat(left.map(it -> it.getFileName().toString())).containsOnly("lost+found");
      }
    }
  }

  private static String requirement(String name, String lines, String... more) {
    return "  - name: " + name + "\n" + lines.indent(0) + indented(more);
  }

  private static String indented(String... lines) {
    return String.join("\n", lines).indent(4);
  }

  private static List<String> verdicts(JsonNode found) {
    List<String> verdicts = new ArrayList<>();
    found.path("requirements").forEach(it -> verdicts.add(it.path("verdict").asString()));
    return verdicts;
  }

  private static JsonNode qualify(
      KnownDevice device, @Nullable Path group, String settings, String requirements)
      throws Exception {
    return end(device, start(device, group, settings, requirements));
  }

  /** In the control group from its first system call on. */
  private static Process start(
      KnownDevice device, @Nullable Path group, String settings, String requirements)
      throws IOException {
    String fio = settings.contains("fio:") ? "" : "fio: never\n";
    Path file =
        Files.writeString(
            device.home().resolve("specification.yaml"),
            "qualify: 1\nname: test\n" + fio + settings + "requirements:\n" + requirements);
    ProcessBuilder builder =
        ChildProcess.cleave(
            device.home(),
            List.of("-Xmx256m"),
            "qualify",
            "--json",
            "--seed",
            "1",
            "--spec",
            file.toString(),
            device.directory().toString());
    if (group != null) {
      List<String> command = new ArrayList<>();
      command.addAll(
          List.of("sh", "-c", "echo $$ >\"$0/cgroup.procs\"; exec \"$@\"", group.toString()));
      command.addAll(builder.command());
      builder.command(command);
    }
    return device.start(
        builder.redirectOutput(output(device, "out")).redirectError(output(device, "err")));
  }

  private static File output(KnownDevice device, String name) {
    return device.home().resolve(name).toFile();
  }

  private static JsonNode end(KnownDevice device, Process process) throws Exception {
    int exitCode = process.waitFor();
    String out = Files.readString(device.home().resolve("out"));
    assertThat(out).as(Files.readString(device.home().resolve("err"))).startsWith("{");
    ObjectNode found = (ObjectNode) Json.LINE.readTree(out);
    return found.put("exitCode", exitCode);
  }
}
