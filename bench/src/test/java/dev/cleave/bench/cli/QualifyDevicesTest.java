package dev.cleave.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cleave.tuner.json.Json;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Qualifies devices whose truth is known, in processes of their own. */
@Timeout(300) // against a device that never answers
class QualifyDevicesTest {
  private static final double FIVE_PER_CENT = 5;

  @RepeatedTest(3)
  void aDeviceOfFiftyMegabytesPassesBelowAndFailsAboveIt() throws Exception {
    try (KnownDevice device = KnownDevice.loop(300)) {
      Path group = device.cap("read_bps_device", 50_000_000);
      JsonNode found =
          qualify(
              device,
              group,
              """
                - name: enough
                  workload: sequential-read
                  block: 64 KiB
                  queue-depth: 8
                  file-size: 64 MiB
                  run: 8 s
                  window: 400 ms
                  metric: throughput
                  at-least: 45 MB/s
                - name: too much
                  workload: sequential-read
                  block: 64 KiB
                  queue-depth: 8
                  file-size: 64 MiB
                  run: 8 s
                  window: 400 ms
                  metric: throughput
                  at-least: 55 MB/s
              """);

      assertThat(verdicts(found)).containsExactly("PASS", "FAIL");
      assertThat(found.at("/requirements/0/measured").asDouble())
          .isCloseTo(50e6, Percentage.withPercentage(FIVE_PER_CENT));
      assertThat(found.at("/verdict").asString()).isEqualTo("FAIL");
      assertThat(found.at("/exitCode").asInt()).isEqualTo(1);
    }
  }

  @RepeatedTest(3)
  void aDeviceOfTwoHundredOperationsPassesBelowAndFailsAboveIt() throws Exception {
    try (KnownDevice device = KnownDevice.loop(300)) {
      Path group = device.cap("read_iops_device", 200);
      JsonNode found =
          qualify(
              device,
              group,
              """
                - name: enough
                  workload: random-read
                  block: 4 KiB
                  queue-depth: 4
                  file-size: 64 MiB
                  run: 10 s
                  metric: operations
                  at-least: 180 /s
                - name: too much
                  workload: random-read
                  block: 4 KiB
                  queue-depth: 4
                  file-size: 64 MiB
                  run: 10 s
                  metric: operations
                  at-least: 220 /s
              """);

      assertThat(verdicts(found)).containsExactly("PASS", "FAIL");
      assertThat(found.at("/requirements/0/measured").asDouble())
          .isCloseTo(200, Percentage.withPercentage(FIVE_PER_CENT));
    }
  }

  @Test
  void aCapThatIsNoPartOfTheDeviceMakesAFailureInvalid() throws Exception {
    try (KnownDevice device = KnownDevice.loop(300)) {
      Path group = device.cap("read_bps_device", 50_000_000);
      JsonNode found =
          qualify(
              device,
              group,
              specification("control-group-limits: invalidate\n")
                  + """
                    - name: too much
                      workload: sequential-read
                      block: 64 KiB
                      queue-depth: 8
                      file-size: 64 MiB
                      run: 8 s
                      metric: throughput
                      at-least: 100 MB/s
                  """);

      assertThat(verdicts(found)).containsExactly("INVALID");
      assertThat(found.at("/requirements/0/why").asString()).contains("throttled");
      assertThat(found.at("/exitCode").asInt()).isEqualTo(4);
    }
  }

  /** Burst, then sustained: the cap is lowered once so much has been written. */
  @Test
  void aCapLoweredInMidRunIsACliffFoundWithinOneWindow() throws Exception {
    try (KnownDevice device = KnownDevice.loop(300)) {
      Path group = device.cap("write_bps_device", 100_000_000);
      long before = device.bytesWritten();
      Process process =
          start(
              device,
              group,
              specification("control-group-limits: accept\n")
                  + """
                    - name: sustained
                      workload: sequential-write
                      block: 64 KiB
                      queue-depth: 8
                      file-size: 128 MiB
                      run: 16 s
                      window: 500 ms
                      metric: throughput
                      part: sustained
                      after-written: 100 MB
                      after-time: 2 s
                      at-least: 36 MB/s
                    - name: burst
                      workload: sequential-write
                      block: 64 KiB
                      queue-depth: 8
                      file-size: 128 MiB
                      run: 16 s
                      window: 500 ms
                      metric: throughput
                      part: burst
                      at-least: 90 MB/s
                  """);
      while (device.bytesWritten() - before < 500_000_000 && process.isAlive()) {
        Thread.onSpinWait();
      }
      device.cap("write_bps_device", 40_000_000);
      JsonNode found = end(device, process);

      assertThat(verdicts(found)).containsExactly("PASS", "PASS");
      assertThat(found.at("/sustained").asDouble())
          .isCloseTo(40e6, Percentage.withPercentage(FIVE_PER_CENT));
      assertThat(found.at("/burst").asDouble())
          .isCloseTo(100e6, Percentage.withPercentage(FIVE_PER_CENT));
      // a window of the burst holds 50 MB, and the last look was a little late
      assertThat(found.at("/cliff/bytes").asDouble()).isCloseTo(500e6, within(60e6));
      assertThat(found.at("/cliff/seconds").asDouble()).isCloseTo(5, within(0.75));
    }
  }

  @Test
  void fioAgreesOnACappedDevice() throws Exception {
    try (KnownDevice device = KnownDevice.loop(300)) {
      Path group = device.cap("read_iops_device", 500);
      JsonNode found =
          qualify(
              device,
              group,
              specification("control-group-limits: accept\n").replace("fio: never\n", "")
                  + """
                    - name: reads
                      workload: random-read
                      block: 4 KiB
                      queue-depth: 8
                      file-size: 64 MiB
                      run: 8 s
                      metric: operations
                      at-least: 400 /s
                  """);

      Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/fio")), "no fio here");
      assertThat(found.at("/devices/0/loads/0/fio/agrees").asBoolean())
          .as(found.at("/devices/0").toString())
          .isTrue();
    }
  }

  @Test
  void aCorruptedBlockIsFoundAndLocated() throws Exception {
    JsonNode bad = integrity("corrupt=70");

    assertThat(bad.at("/kind").asString()).isEqualTo("corrupt");
  }

  @Test
  void aDroppedWriteIsFoundAsLost() throws Exception {
    JsonNode bad = integrity("drop=130"); // the second of the third time: 64 blocks are one

    assertThat(bad.at("/kind").asString()).isEqualTo("lost");
  }

  @Test
  void anErrorOfTheNthReadIsFound() throws Exception {
    JsonNode bad = integrity("read-eio=10");

    assertThat(bad.at("/kind").asString()).isEqualTo("failed");
    assertThat(bad.at("/offset").asLong()).isEqualTo(9 * 65536);
    assertThat(bad.at("/fault").asString()).contains("Input/output error");
  }

  @Test
  void aFaultlessFileSystemPasses() throws Exception {
    assertThat(integrity().isMissingNode()).isTrue();
  }

  /** The first bad block; missing if there is none. */
  private JsonNode integrity(String... faults) throws Exception {
    try (KnownDevice device = KnownDevice.fuse(0, faults)) {
      JsonNode found =
          qualify(
              device,
              null,
              """
                - name: integrity
                  workload: integrity
                  block: 64 KiB
                  file-size: 4 MiB
                  run: 1 s
                  metric: bad-blocks
                  at-most: 0 blocks
              """);
      assertThat(verdicts(found)).containsExactly(faults.length == 0 ? "PASS" : "FAIL");
      assertThat(found.at("/requirements/0/measured").asInt()).isEqualTo(faults.length);
      JsonNode run =
          Json.LINE.readTree(Files.readString(Path.of(found.at("/run").asString(), "run.json")));
      return run.at("/devices/0/loads/0/measurement/badBlocks/0");
    }
  }

  @Test
  void aDeviceThatDelaysSomeSyncsFailsOnTheirPercentile() throws Exception {
    try (KnownDevice device = KnownDevice.fuse(0, "sync-delay=15")) {
      JsonNode found =
          qualify(
              device,
              null,
              """
                - name: p99
                  workload: fdatasync
                  run: 6 s
                  metric: latency
                  percentile: 99 %
                  below: 40 ms
                - name: p90
                  workload: fdatasync
                  run: 6 s
                  metric: latency
                  percentile: 90 %
                  below: 40 ms
              """);

      assertThat(verdicts(found)).containsExactly("FAIL", "PASS");
    }
  }

  @Test
  void theWriteBudgetIsKept() throws Exception {
    try (KnownDevice device = KnownDevice.loop(300)) {
      long before = device.bytesWritten();
      JsonNode found =
          qualify(
              device,
              null,
              specification("write-budget: 80 MiB\n")
                  + """
                    - name: writes
                      workload: random-write
                      block: 64 KiB
                      queue-depth: 8
                      file-size: 64 MiB
                      run: 8 s
                      metric: throughput
                      at-least: 1 MB/s
                  """);

      assertThat(verdicts(found)).containsExactly("INCONCLUSIVE");
      assertThat(found.at("/requirements/0/why").asString()).contains("budget");
      assertThat(found.at("/devices/0/bytesWritten").asLong()).isLessThanOrEqualTo(80L << 20);
      // metadata and the journal come on top
      assertThat(device.bytesWritten() - before).isLessThan(100L << 20);
    }
  }

  @Test
  void nothingIsLeftAfterCtrlC() throws Exception {
    try (KnownDevice device = KnownDevice.loop(300)) {
      long before = device.bytesWritten();
      Process process =
          start(
              device,
              null,
              specification("")
                  + """
                    - name: writes
                      workload: sequential-write
                      file-size: 128 MiB
                      run: 200 s
                      metric: throughput
                      at-least: 1 MB/s
                  """);
      while (device.bytesWritten() - before < 50_000_000 && process.isAlive()) {
        Thread.onSpinWait();
      }
      new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();

      assertThat(process.waitFor()).isEqualTo(130);
      try (var left = Files.list(device.directory())) {
        assertThat(left.map(it -> it.getFileName().toString())).containsOnly("lost+found");
      }
    }
  }

  private static String specification(String lines) {
    return "qualify: 1\nname: test\nfio: never\n" + lines + "requirements:\n";
  }

  private static List<String> verdicts(JsonNode found) {
    List<String> verdicts = new ArrayList<>();
    found.path("requirements").forEach(it -> verdicts.add(it.path("verdict").asString()));
    return verdicts;
  }

  private JsonNode qualify(KnownDevice device, @Nullable Path group, String text) throws Exception {
    String whole =
        text.startsWith("qualify:") ? text : specification("control-group-limits: accept\n") + text;
    return end(device, start(device, group, whole));
  }

  /** In the control group from its first system call on. */
  private Process start(KnownDevice device, @Nullable Path group, String text) throws IOException {
    Path file = Files.writeString(device.home().resolve("specification.yaml"), text);
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
      List<String> command =
          new ArrayList<>(
              Arrays.asList(
                  "sh", "-c", "echo $$ >\"$0/cgroup.procs\"; exec \"$@\"", group.toString()));
      command.addAll(builder.command());
      builder.command(command);
    }
    return builder
        .redirectOutput(output(device, "out"))
        .redirectError(output(device, "err"))
        .start();
  }

  private static File output(KnownDevice device, String name) {
    return device.home().resolve(name).toFile();
  }

  private static JsonNode end(KnownDevice device, Process process) throws Exception {
    int exitCode = process.waitFor();
    String out = Files.readString(device.home().resolve("out"));
    assertThat(out).as(Files.readString(device.home().resolve("err"))).startsWith("{");
    ObjectNode found = (ObjectNode) Json.LINE.readTree(out);
    System.out.println(found.path("requirements"));
    return found.put("exitCode", exitCode);
  }
}
