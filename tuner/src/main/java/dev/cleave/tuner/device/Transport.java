package dev.cleave.tuner.device;

import java.io.IOException;
import java.nio.file.Path;

/** What connects a device to the machine, by the controllers on its path in /sys/devices. */
enum Transport {
  VIRTIO("virtio", "virtio"),
  XEN("xen", "vbd-"),
  USB("usb", "usb"),
  ISCSI("iscsi", "session"),
  FIBRE_CHANNEL("fibre-channel", "rport-"),
  SAS("sas", "end_device-"),
  ATA("ata", "ata"),
  NVME("nvme", "nvme"),
  MMC("mmc", "mmc");

  private final String label;
  private final String directoryPrefix;

  Transport(String label, String directoryPrefix) {
    this.label = label;
    this.directoryPrefix = directoryPrefix;
  }

  /** The name of the transport, as {@code virtio}, of the device with that directory in /sys. */
  static Fact of(Path directory) {
    try {
      Path real = directory.toRealPath();
      for (Path segment : real) {
        for (Transport transport : values()) {
          if (transport.names(segment.toString())) {
            return Fact.reported(transport.toString(), real.toString());
          }
        }
      }
      return Fact.unknown("no known controller in " + real);
    } catch (IOException e) {
      return Fact.unknown("no such directory: " + directory);
    }
  }

  @Override
  public String toString() {
    return label;
  }

  /** Controllers are numbered: {@code virtio1} is one, {@code virtio} and {@code virtual} not. */
  boolean names(String segment) {
    return segment.length() > directoryPrefix.length()
        && segment.startsWith(directoryPrefix)
        && Character.isDigit(segment.charAt(directoryPrefix.length()));
  }
}
