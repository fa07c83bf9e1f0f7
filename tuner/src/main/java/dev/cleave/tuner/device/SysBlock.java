package dev.cleave.tuner.device;

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
    addMake(facts);
    addIdentity(facts);
    facts.put("sizeBytes", file("size").number(SECTOR_BYTES));
    facts.put("removable", file("removable").flag());
    ConnectionFacts.add(directory, facts);
    QueueFacts.add(directory, facts);
    return facts;
  }

  boolean isPartition() {
    return Files.exists(directory.resolve("partition"));
  }

  /** Its {@code major:minor}. */
  Fact number() {
    return file("dev").text();
  }

  /** Only what tells the device from others. */
  Map<String, Fact> identityFacts() {
    Map<String, Fact> facts = new LinkedHashMap<>();
    addIdentity(facts);
    return facts;
  }

  /** What tells the device from others, and what class and make it is of. */
  Map<String, Fact> traitFacts() {
    Map<String, Fact> facts = new LinkedHashMap<>();
    addMake(facts);
    addIdentity(facts);
    facts.put("removable", file("removable").flag());
    facts.put("transport", ConnectionFacts.transport(directory));
    facts.put("rotational", file("queue/rotational").flag());
    return facts;
  }

  private void addMake(Map<String, Fact> facts) {
    facts.put("model", firstKnown("device/model", "device/name"));
    facts.put("vendor", file("device/vendor").text());
    facts.put("firmware", firstKnown("device/firmware_rev", "device/rev", "device/fwrev"));
  }

  private void addIdentity(Map<String, Fact> facts) {
    facts.put("serial", serial());
    facts.put("wwid", firstKnown("wwid", "device/wwid"));
    facts.put("address", address());
  }

  private Fact address() {
    String address = DeviceAddress.of(directory);
    return address == null
        ? Fact.unknown("no bus or port in the real path of ".concat(directory.toString()))
        : Fact.reported(address, "the real path of ".concat(directory.toString()));
  }

  private Fact serial() {
    Fact plain = firstKnown("device/serial", "serial");
    if (plain.value() != null) {
      return plain;
    }
    Fact page = serialPage();
    return page.value() != null ? page : plain;
  }

  /** SCSI and SATA disks have their serial number only in a binary page. */
  private Fact serialPage() {
    Path page = directory.resolve("device/vpd_pg80");
    try {
      byte[] bytes = new SysFile(page).bytes();
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
