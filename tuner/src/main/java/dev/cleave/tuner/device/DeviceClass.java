package dev.cleave.tuner.device;

import java.util.List;

/**
 * Kinds of storage that shipped defaults are made for.
 *
 * <p>{@code rotational} only tells disks of real controllers apart: virtual ones say 1 whatever
 * they are.
 */
public enum DeviceClass {
  HDD("hdd"),
  SATA_SSD("sata-ssd"),
  NVME("nvme"),
  VIRTUAL("virtual"),
  NETWORK("network"),
  MEMORY("memory"),
  STACKED("stacked"),
  UNKNOWN("unknown");

  private final String label;

  DeviceClass(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }

  /** The class of a stack with those devices at the bottom. */
  static DeviceClass of(List<BlockDevice> leaves) {
    return leaves.size() == 1 ? of(leaves.getFirst()) : STACKED;
  }

  private static DeviceClass of(BlockDevice leaf) {
    return switch (leaf.kind()) {
      case "memory" -> MEMORY;
      case "network" -> NETWORK;
      case "disk" -> ofDisk(leaf);
      default -> UNKNOWN;
    };
  }

  private static DeviceClass ofDisk(BlockDevice disk) {
    String name = disk.name();
    if (name.startsWith("nvme")) {
      return NVME;
    }
    if (name.startsWith("vd") || name.startsWith("xvd") || isVirtual(disk)) {
      return VIRTUAL;
    }
    if (says(disk, "transport", "iscsi")) {
      return NETWORK;
    }
    if (!name.startsWith("sd") || !(disk.fact("rotational").value() instanceof Boolean rotates)) {
      return UNKNOWN;
    }
    return rotates ? HDD : SATA_SSD;
  }

  /** Hypervisors that show a SCSI or ATA disk name themselves in its model or vendor. */
  private static boolean isVirtual(BlockDevice disk) {
    return says(disk, "transport", "virtio")
        || says(disk, "transport", "xen")
        || says(disk, "model", "QEMU")
        || says(disk, "model", "VBOX")
        || says(disk, "vendor", "QEMU")
        || says(disk, "vendor", "VMware")
        || says(disk, "vendor", "Msft");
  }

  private static boolean says(BlockDevice disk, String factName, String start) {
    return disk.fact(factName).value() instanceof String text && text.startsWith(start);
  }
}
