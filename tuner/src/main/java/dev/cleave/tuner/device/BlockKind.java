package dev.cleave.tuner.device;

/** What a block device is in a stack, by the name that its driver gives it. */
enum BlockKind {
  DEVICE_MAPPER("dm", "dm-"),
  MULTIPLE_DEVICES("md", "md"),
  LOOP("loop", "loop"),
  BCACHE("bcache", "bcache"),
  COMPRESSED_MEMORY("memory", "zram"),
  MEMORY("memory", "ram"),
  PERSISTENT_MEMORY("memory", "pmem"),
  NETWORK_BLOCK_DEVICE("network", "nbd"),
  CEPH_BLOCK_DEVICE("network", "rbd"),
  DISK("disk", "");

  private final String label;
  private final String namePrefix;

  BlockKind(String label, String namePrefix) {
    this.label = label;
    this.namePrefix = namePrefix;
  }

  /** The kind in the words of {@link BlockDevice#kind}. */
  static String of(String name) {
    for (BlockKind kind : values()) {
      if (name.startsWith(kind.namePrefix)) {
        return kind.label;
      }
    }
    return DISK.label;
  }
}
