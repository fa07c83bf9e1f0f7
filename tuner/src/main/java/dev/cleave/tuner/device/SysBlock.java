package dev.cleave.tuner.device;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What /sys says about one block device; the files are described in the kernel's
 * Documentation/ABI/stable/sysfs-block.
 *
 * @param directory that of the device, as /sys/block/vda
 */
record SysBlock(Path directory) {
  /** The unit of {@code size}, whatever the device's block size is (same document). */
  private static final int SECTOR_BYTES = 512;

  /** Unit serial number, in SPC: 4 bytes of header, the last two of them the length. */
  private static final int SERIAL_PAGE_HEADER_BYTES = 4;

  /** All facts, in the order in which they are shown; a partition has but its size and start. */
  Map<String, Fact> facts() {
    Map<String, Fact> facts = new LinkedHashMap<>();
    if (isPartition()) {
      facts.put("sizeBytes", file("size").number(SECTOR_BYTES));
      facts.put("startBytes", file("start").number(SECTOR_BYTES));
      return facts;
    }
    addIdentity(facts);
    addQueue(facts);
    return facts;
  }

  boolean isPartition() {
    return Files.exists(directory.resolve("partition"));
  }

  /** Only what tells the device from others: the serial number and, without one, the WWID. */
  Map<String, Fact> identityFacts() {
    Map<String, Fact> facts = new LinkedHashMap<>();
    Fact serial = serial();
    facts.put("serial", serial);
    if (serial.value() == null) {
      facts.put("wwid", wwid());
    }
    return facts;
  }

  private void addIdentity(Map<String, Fact> facts) {
    facts.put("model", firstKnown("device/model", "device/name"));
    facts.put("vendor", file("device/vendor").text());
    facts.put("firmware", firstKnown("device/firmware_rev", "device/rev", "device/fwrev"));
    facts.put("serial", serial());
    facts.put("wwid", wwid());
    facts.put("transport", Transport.of(directory));
    facts.put("sizeBytes", file("size").number(SECTOR_BYTES));
    facts.put("removable", file("removable").flag());
  }

  private void addQueue(Map<String, Fact> facts) {
    facts.put("rotational", file("queue/rotational").flag());
    facts.put("nrRequests", file("queue/nr_requests").number());
    facts.put("queueDepth", queueDepth());
    facts.put("scheduler", file("queue/scheduler").choice());
    facts.put("readAheadKb", file("queue/read_ahead_kb").number());
    facts.put("logicalBlockSize", file("queue/logical_block_size").number());
    facts.put("physicalBlockSize", file("queue/physical_block_size").number());
    facts.put("optimalIoSize", optimalIoSize());
    facts.put("maxSectorsKb", file("queue/max_sectors_kb").number());
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
    long hardwareQueues = hardwareQueues();
    if (hardwareQueues == 0) {
      return Fact.unknown(own.source() + "; no hardware queues in " + directory.resolve("mq"));
    }
    Fact requests = file("queue/nr_requests").number();
    return requests.value() instanceof Long each && each <= Long.MAX_VALUE / hardwareQueues
        ? Fact.reported(
            hardwareQueues * each,
            "hardware queues in %s (%d) times nr_requests (%d)"
                .formatted(directory.resolve("mq"), hardwareQueues, each))
        : Fact.unknown(own.source() + "; " + requests.source());
  }

  /** Each has a directory of its own; 0 where none is to be seen. */
  private long hardwareQueues() {
    File[] queues = directory.resolve("mq").toFile().listFiles(File::isDirectory);
    return queues == null ? 0 : queues.length;
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

  private Fact serial() {
    Fact plain = firstKnown("device/serial", "serial");
    if (plain.value() != null) {
      return plain;
    }
    Fact page = serialPage();
    return page.value() != null ? page : plain;
  }

  private Fact wwid() {
    return firstKnown("wwid", "device/wwid");
  }

  /** SCSI and SATA disks have their serial number only in a binary page. */
  private Fact serialPage() {
    Path page = directory.resolve("device/vpd_pg80");
    try {
      byte[] bytes = Files.readAllBytes(page);
      int length = Math.max(0, bytes.length - SERIAL_PAGE_HEADER_BYTES);
      String text = new String(bytes, bytes.length - length, length, StandardCharsets.US_ASCII);
      String serial = text.replace('\0', ' ').strip();
      return serial.isEmpty()
          ? Fact.unknown("empty: ".concat(page.toString()))
          : Fact.reported(serial, page.toString());
    } catch (IOException e) {
      return Fact.unknown("no such page: ".concat(page.toString()));
    }
  }

  private Fact firstKnown(String... names) {
    StringBuilder reasons = new StringBuilder();
    for (String name : names) {
      Fact fact = file(name).text();
      if (fact.value() != null) {
        return fact;
      }
      reasons.append(reasons.isEmpty() ? "" : "; ").append(fact.source());
    }
    return Fact.unknown(reasons.toString());
  }

  private SysFile file(String name) {
    return new SysFile(directory.resolve(name));
  }
}
