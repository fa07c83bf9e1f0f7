package dev.cleave.tuner.device;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What makes one device out of others: the mapping of device mapper, the level of an array, the
 * cache in front of a disk, the file behind a loop device.
 */
final class LayerFacts {
  private final Path directory;

  /**
   * @param directory that of the device, as /sys/block/dm-0
   */
  LayerFacts(Path directory) {
    this.directory = directory;
  }

  /** All, by the kind of {@link BlockKind}; empty for a device that lies on no others. */
  Map<String, Fact> of(String kind) {
    Map<String, Fact> facts = new LinkedHashMap<>();
    switch (kind) {
      case "dm" -> addDeviceMapper(facts);
      case "md" -> addArray(facts);
      case "loop" -> addLoop(facts);
      case "bcache" -> addCache(facts);
      default -> {}
    }
    return facts;
  }

  /**
   * The word for it in an identity: {@code crypt}, {@code lvm}, ... of the device mapper, where the
   * first part of the UUID says who made it, {@code raid1}, ... of md, or bcache's mode. On the
   * start-up path of every copy.
   */
  Fact mapping(String kind) {
    if (kind.equals("md")) {
      return file("md/level").text();
    }
    if (kind.equals("bcache")) {
      return file("bcache/cache_mode").choice();
    }
    Fact uuid = file("dm/uuid").text();
    if (!(uuid.value() instanceof String text) || text.indexOf('-') <= 0) {
      return uuid.value() == null ? uuid : Fact.unknown("no maker in ".concat(uuid.source()));
    }
    String maker = text.substring(0, text.indexOf('-')).toLowerCase(Locale.ROOT);
    return Fact.reported(maker, uuid.source());
  }

  /** The file that a loop device shows, as text; unknown for others. */
  Fact backingFile() {
    return file("loop/backing_file").text();
  }

  private void addDeviceMapper(Map<String, Fact> facts) {
    facts.put("mapping", mapping("dm"));
    facts.put("target", target());
    facts.put("name", file("dm/name").text());
    addMembers(facts);
  }

  /** /sys doesn't have the table; makers of only one kind of target say it by the UUID. */
  private Fact target() {
    Fact uuid = file("dm/uuid").text();
    String text = uuid.value() instanceof String known ? known : "";
    if (text.startsWith("CRYPT-")) {
      return Fact.reported("crypt", uuid.source());
    }
    if (text.startsWith("mpath-")) {
      return Fact.reported("multipath", uuid.source());
    }
    if (text.endsWith("-tpool")) {
      return Fact.reported("thin-pool", uuid.source());
    }
    for (String slave : SysDirectory.entries(directory.resolve("slaves"))) {
      Fact below = file("slaves/" + slave + "/dm/uuid").text();
      if (below.value() instanceof String pool && pool.endsWith("-tpool")) {
        return Fact.reported("thin", below.source());
      }
    }
    return Fact.unknown("not in /sys: see dmsetup table");
  }

  private void addArray(Map<String, Fact> facts) {
    facts.put("mapping", mapping("md"));
    facts.put("members", file("md/raid_disks").number());
    facts.put("missingMembers", file("md/degraded").number());
    facts.put("stripeBytes", file("md/chunk_size").number());
    facts.put("syncAction", file("md/sync_action").text());
  }

  private void addLoop(Map<String, Fact> facts) {
    facts.put("backingFile", backingFile());
    facts.put("direct", file("loop/dio").flag());
    facts.put("offsetBytes", file("loop/offset").number());
  }

  private void addCache(Map<String, Fact> facts) {
    facts.put("mapping", mapping("bcache"));
    facts.put("state", file("bcache/state").text());
    addMembers(facts);
  }

  private void addMembers(Map<String, Fact> facts) {
    Path slaves = directory.resolve("slaves");
    facts.put("members", Fact.reported(SysDirectory.entries(slaves).size(), slaves.toString()));
  }

  private SysFile file(String name) {
    return new SysFile(directory.resolve(name));
  }
}
