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

  /** The class of a stack with those devices at the bottom; several paths to one are one. */
  static DeviceClass of(List<BlockDevice> leaves) {
    return isOneDevice(leaves) ? of(leaves.getFirst()) : STACKED;
  }

  private static boolean isOneDevice(List<BlockDevice> leaves) {
    Object wwid = leaves.getFirst().fact("wwid").value();
    for (int i = 1; i < leaves.size(); i++) {
      if (wwid == null || !wwid.equals(leaves.get(i).fact("wwid").value())) {
        return false;
      }
    }
    return true;
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
    if (name.startsWith("vd") || name.startsWith("xvd") || isVirtual(disk)) {
      return VIRTUAL;
    }
    if (says(disk, "transport", "iscsi")
        || says(disk, "transport", "fibre-channel")
        || says(disk, "transport", "nvme-")) {
      return NETWORK;
    }
    if (name.startsWith("nvme")) {
      return NVME;
    }
    if (!name.startsWith("sd") || isStick(disk)) {
      return UNKNOWN;
    }
    return disk.fact("rotational").value() instanceof Boolean rotates
        ? rotates ? HDD : SATA_SSD
        : UNKNOWN;
  }

  /** Hypervisors that show a SCSI, ATA or NVMe disk name themselves in its model or vendor. */
  private static boolean isVirtual(BlockDevice disk) {
    return says(disk, "transport", "virtio")
        || says(disk, "transport", "xen")
        || says(disk, "model", "QEMU")
        || says(disk, "model", "VBOX")
        || says(disk, "model", "ORCL-VBOX")
        || says(disk, "model", "VMware")
        || says(disk, "model", "Amazon Elastic Block Store")
        || says(disk, "model", "nvme_card-pd")
        || says(disk, "model", "MSFT NVMe Accelerator")
        || says(disk, "vendor", "QEMU")
        || says(disk, "vendor", "VMware")
        || says(disk, "vendor", "Google")
        || says(disk, "vendor", "Msft");
  }

  /** USB sticks say that they rotate. */
  private static boolean isStick(BlockDevice disk) {
    return says(disk, "transport", "usb")
        && Boolean.TRUE.equals(disk.fact("removable").value())
        && Boolean.TRUE.equals(disk.fact("rotational").value());
  }

  private static boolean says(BlockDevice disk, String factName, String start) {
    return disk.fact(factName).value() instanceof String text && text.startsWith(start);
  }
}
