package dev.cleave.tuner.device;

/** Kinds of storage that shipped defaults are made for. */
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
}
