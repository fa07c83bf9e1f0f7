package dev.cleave.tuner.device;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;

/** How requests get to a device: its queues, and the sizes and features that it says it has. */
final class QueueFacts {
  private final Path directory;

  private QueueFacts(Path directory) {
    this.directory = directory;
  }

  /**
   * @param directory that of the device, as /sys/block/vda
   */
  static void add(Path directory, Map<String, Fact> facts) {
    new QueueFacts(directory).addTo(facts);
  }

  private void addTo(Map<String, Fact> facts) {
    facts.put("rotational", file("queue/rotational").flag());
    facts.put("nrRequests", file("queue/nr_requests").number());
    facts.put("queueDepth", queueDepth());
    facts.put("hardwareQueues", hardwareQueues());
    facts.put("scheduler", file("queue/scheduler").choice());
    facts.put("readAheadKb", file("queue/read_ahead_kb").number());
    facts.put("logicalBlockSize", file("queue/logical_block_size").number());
    facts.put("physicalBlockSize", file("queue/physical_block_size").number());
    facts.put("minimumIoSize", file("queue/minimum_io_size").number());
    facts.put("optimalIoSize", optimalIoSize());
    facts.put("maxSectorsKb", file("queue/max_sectors_kb").number());
    facts.put("maxHardwareSectorsKb", file("queue/max_hw_sectors_kb").number());
    facts.put("writeCache", file("queue/write_cache").text());
    facts.put("fua", file("queue/fua").flag());
    facts.put("dax", file("queue/dax").flag());
    facts.put("zoned", file("queue/zoned").text());
    facts.put("discard", discard());
  }

  /** SCSI says how many commands a device takes at once, NVMe and virtio only how many queues. */
  private Fact queueDepth() {
    Fact own = file("device/queue_depth").number();
    if (own.value() != null) {
      return own;
    }
    Fact queues = hardwareQueues();
    if (!(queues.value() instanceof Long count)) {
      return Fact.unknown(own.source() + "; " + queues.source());
    }
    Fact requests = file("queue/nr_requests").number();
    return requests.value() instanceof Long each && each <= Long.MAX_VALUE / count
        ? Fact.reported(
            count * each,
            "hardware queues in %s (%d) times nr_requests (%d)"
                .formatted(directory.resolve("mq"), count, each))
        : Fact.unknown(own.source() + "; " + requests.source());
  }

  /** Each has a directory of its own. */
  private Fact hardwareQueues() {
    Path parent = directory.resolve("mq");
    File[] queues = parent.toFile().listFiles(File::isDirectory);
    return queues == null || queues.length == 0
        ? Fact.unknown("no hardware queues in " + parent)
        : Fact.reported(queues.length, "directories in " + parent);
  }

  /** 0 is the kernel's word for a device that reports none. */
  private Fact optimalIoSize() {
    Fact size = file("queue/optimal_io_size").number();
    return Long.valueOf(0).equals(size.value())
        ? Fact.unknown("the device reports none (0): " + size.source())
        : size;
  }

  private Fact discard() {
    Fact most = file("queue/discard_max_bytes").number();
    return most.value() instanceof Long bytes ? Fact.reported(bytes > 0, most.source()) : most;
  }

  private SysFile file(String name) {
    return new SysFile(directory.resolve(name));
  }
}
