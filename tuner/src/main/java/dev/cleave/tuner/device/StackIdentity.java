package dev.cleave.tuner.device;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What makes two stacks the same one across reboots.
 *
 * <p>The file system's type, what lies between it and the leaves and changes the speed (a loop
 * device, encryption, a RAID level; a partition doesn't), then the leaves, sorted because names and
 * their order may change: {@code ext4@vda}, {@code xfs@crypt@naa.5002}, {@code
 * ext4@raid1@naa.5000+naa.5001}, {@code tmpfs}.
 *
 * <p>A leaf goes by its WWID where that is unique in the world. A serial number is not: on virtual
 * disks and cheap USB bridges it is a word that they share, so the place where the device is
 * plugged in goes with it: {@code ext4@overlayblk:pci-0000:00:02.0}.
 */
final class StackIdentity {
  private StackIdentity() {}

  static String of(String fileSystem, List<BlockDevice> stack, List<BlockDevice> leaves) {
    Set<String> parts = new LinkedHashSet<>();
    parts.add(fileSystem);
    parts.addAll(layers(stack, leaves));
    Set<String> labels = new TreeSet<>();
    for (BlockDevice leaf : leaves) {
      labels.add(label(leaf));
    }
    parts.add(String.join("+", labels));
    return OneWord.of(String.join("@", parts));
  }

  /** What lies between a file system and the leaves and changes the speed; each word once. */
  static Set<String> layers(List<BlockDevice> stack, List<BlockDevice> leaves) {
    Set<String> layers = new LinkedHashSet<>();
    for (BlockDevice device : stack) {
      if (!device.kind().equals("partition") && !isAmong(leaves, device)) {
        layers.add(
            device.fact("mapping").value() instanceof String mapping ? mapping : device.kind());
      }
    }
    return layers;
  }

  /** By name: the equals of a record costs milliseconds when it is first called. */
  private static boolean isAmong(List<BlockDevice> leaves, BlockDevice device) {
    for (BlockDevice leaf : leaves) {
      if (leaf.name().equals(device.name()) && leaf.kind().equals(device.kind())) {
        return true;
      }
    }
    return false;
  }

  private static String label(BlockDevice leaf) {
    String wwid = text(leaf, "wwid");
    if (isWorldWide(wwid)) {
      return wwid;
    }
    String address = text(leaf, "address");
    String serial = text(leaf, "serial");
    String own = serial.isEmpty() ? wwid : serial;
    if (own.isEmpty()) {
      return address.isEmpty() ? leaf.name() : address;
    }
    return address.isEmpty() ? own : String.join(":", own, address);
  }

  /** Registered with IEEE, or drawn at random: of t10 and nvme the maker's serial is a part. */
  static boolean isWorldWide(String wwid) {
    boolean registered =
        wwid.startsWith("naa.") || wwid.startsWith("eui.") || wwid.startsWith("uuid.");
    return registered && !isBlank(wwid.substring(wwid.indexOf('.') + 1));
  }

  /** Firmware that never got a number says zero. */
  private static boolean isBlank(String number) {
    for (int i = 0; i < number.length(); i++) {
      if (number.charAt(i) != '0' && number.charAt(i) != '-') {
        return false;
      }
    }
    return true;
  }

  private static String text(BlockDevice leaf, String fact) {
    return leaf.fact(fact).value() instanceof String text ? text : "";
  }
}
