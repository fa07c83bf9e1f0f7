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
  /** A volume of a zfs pool, which doesn't say in /sys what it lies on. */
  ZFS_VOLUME("zvol", "zd"),
  DISK("disk", "");

  private final String label;
  private final String namePrefix;

  BlockKind(String label, String namePrefix) {
    this.label = label;
    this.namePrefix = namePrefix;
  }

  /** The kind in the words of {@link BlockDevice#kind}. */
  static String of(String name) {
    return named(name).label;
  }

  /** Whether such a device always lies on others: one without is a gap in what /sys shows. */
  static boolean isStacked(String name) {
    BlockKind kind = named(name);
    return kind == DEVICE_MAPPER
        || kind == MULTIPLE_DEVICES
        || kind == LOOP
        || kind == BCACHE
        || kind == ZFS_VOLUME;
  }

  private static BlockKind named(String name) {
    for (BlockKind kind : values()) {
      if (name.startsWith(kind.namePrefix) && kind.continuesWell(name)) {
        return kind;
      }
    }
    return DISK;
  }

  /** Drivers number their devices; named arrays are {@code md_home}. */
  private boolean continuesWell(String name) {
    if (this == DISK) {
      return true;
    }
    if (name.length() == namePrefix.length()) {
      return false;
    }
    char next = name.charAt(namePrefix.length());
    return Character.isDigit(next) || (this == MULTIPLE_DEVICES && next == '_');
  }
}
