package dev.cleave.tuner.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SysBlockTest {
  @TempDir Path directory;

  @Test
  void readsEachFactFromItsFile() throws IOException {
    write("queue/rotational", "1");
    write("queue/nr_requests", "64");
    write("queue/scheduler", "none [mq-deadline] kyber bfq ");
    write("queue/read_ahead_kb", "128");
    write("queue/logical_block_size", "512");
    write("queue/physical_block_size", "4096");
    write("queue/optimal_io_size", "1048576");
    write("queue/max_sectors_kb", "1280");
    write("queue/write_cache", "write back");
    write("queue/fua", "0");
    write("queue/dax", "0");
    write("queue/zoned", "none");
    write("queue/discard_max_bytes", "2147450880");
    write("device/queue_depth", "32");
    write("device/model", "Samsung SSD 870 ");
    write("device/rev", "2B6Q");
    write("device/wwid", "naa.5002538f");
    write("size", "8");
    write("removable", "0");

    Map<String, Fact> facts = new SysBlock(directory).facts();

    assertThat(facts.get("scheduler"))
        .isEqualTo(Fact.reported("mq-deadline", directory + "/queue/scheduler"));
    assertThat(values(facts))
        .containsEntry("rotational", true)
        .containsEntry("nrRequests", 64L)
        .containsEntry("queueDepth", 32L)
        .containsEntry("readAheadKb", 128L)
        .containsEntry("logicalBlockSize", 512L)
        .containsEntry("physicalBlockSize", 4096L)
        .containsEntry("optimalIoSize", 1048576L)
        .containsEntry("maxSectorsKb", 1280L)
        .containsEntry("writeCache", "write back")
        .containsEntry("fua", false)
        .containsEntry("dax", false)
        .containsEntry("zoned", "none")
        .containsEntry("discard", true)
        .containsEntry("model", "Samsung SSD 870")
        .containsEntry("firmware", "2B6Q")
        .containsEntry("wwid", "naa.5002538f")
        .containsEntry("sizeBytes", 4096L)
        .containsEntry("removable", false);
  }

  @Test
  void saysWhichFileHasTheQueueDepth() throws IOException {
    write("device/queue_depth", "32");

    assertThat(fact("queueDepth")).isEqualTo(Fact.reported(32, directory + "/device/queue_depth"));
  }

  @Test
  void multipliesHardwareQueuesWhereNoQueueDepthIsReported() throws IOException {
    write("queue/nr_requests", "1023");
    write("mq/0/nr_tags", "1023");
    write("mq/1/nr_tags", "1023");

    Fact queueDepth = fact("queueDepth");

    assertThat(queueDepth.value()).isEqualTo(2046L);
    assertThat(queueDepth.source()).contains("/mq (2)", "nr_requests (1023)");
  }

  @Test
  void knowsNoQueueDepthWithoutQueues() throws IOException {
    write("queue/nr_requests", "128");

    assertThat(fact("queueDepth").origin()).isEqualTo(Origin.UNKNOWN);
    assertThat(fact("queueDepth").source()).contains("device/queue_depth", "/mq");
  }

  @Test
  void aDirectoryWithNothingInItMakesEveryFactUnknownWithAReason() {
    assertThat(new SysBlock(directory).facts().values())
        .hasSizeGreaterThan(15)
        .allSatisfy(fact -> assertThat(fact.origin()).isEqualTo(Origin.UNKNOWN))
        .allSatisfy(fact -> assertThat(fact.source()).contains(directory.toString()));
  }

  @Test
  void junkIsUnknownAndShown() throws IOException {
    write("queue/rotational", "maybe");
    write("queue/nr_requests", "12\tmonkeys");
    write("queue/read_ahead_kb", "-5");
    write("queue/scheduler", "none kyber");
    write("queue/zoned", "");
    write("queue/max_sectors_kb", "18446744073709551616");
    write("size", "9223372036854775807");
    write("queue/discard_max_bytes", "x".repeat(5000));

    assertThat(fact("rotational").source()).contains("neither 0 nor 1: 'maybe'");
    assertThat(fact("nrRequests").source()).contains("no number: '12_monkeys'");
    assertThat(fact("readAheadKb").source()).contains("'-5'");
    assertThat(fact("scheduler").source()).contains("no choice");
    assertThat(fact("zoned").source()).contains("empty");
    assertThat(fact("maxSectorsKb").origin()).isEqualTo(Origin.UNKNOWN);
    assertThat(fact("sizeBytes").origin()).isEqualTo(Origin.UNKNOWN);
    assertThat(fact("discard").source()).hasSizeLessThan(200 + directory.toString().length());
  }

  @Test
  void aFileThatCantBeReadIsUnknown() throws IOException {
    Files.createDirectories(directory.resolve("queue/rotational"));

    assertThat(fact("rotational").source()).startsWith("unreadable: ");
  }

  @Test
  void anOptimalSizeOfZeroIsNoneReported() throws IOException {
    write("queue/optimal_io_size", "0");

    assertThat(fact("optimalIoSize").origin()).isEqualTo(Origin.UNKNOWN);
  }

  @Test
  void aLoneSchedulerIsTheChosenOne() throws IOException {
    write("queue/scheduler", "none");

    assertThat(fact("scheduler").value()).isEqualTo("none");
  }

  @Test
  void readsTheSerialNumberOfADiskFromItsBinaryPage() throws IOException {
    byte[] page = "\0\0\0\nS4EV 12345".getBytes(StandardCharsets.US_ASCII);
    page[1] = (byte) 0x80;
    Files.createDirectories(directory.resolve("device"));
    Files.write(directory.resolve("device/vpd_pg80"), page);

    assertThat(fact("serial").value()).isEqualTo("S4EV 12345");
  }

  @Test
  void aPartitionHasItsPlaceAndNothingOfTheDisk() throws IOException {
    write("partition", "1");
    write("start", "2048");
    write("size", "4");

    assertThat(values(new SysBlock(directory).facts()))
        .isEqualTo(Map.of("sizeBytes", 2048L, "startBytes", 1048576L));
  }

  private Fact fact(String name) {
    return new BlockDevice("x", "disk", new SysBlock(directory).facts()).fact(name);
  }

  private static Map<String, Object> values(Map<String, Fact> facts) {
    Map<String, Object> values = new HashMap<>();
    facts.forEach(
        (name, fact) -> {
          if (fact.value() != null) {
            values.put(name, fact.value());
          }
        });
    return values;
  }

  private void write(String file, String content) throws IOException {
    Path path = directory.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content + "\n");
  }
}
