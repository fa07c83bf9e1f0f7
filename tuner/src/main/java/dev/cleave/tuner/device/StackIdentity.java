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
 * their order may change: {@code ext4@vda}, {@code xfs@crypt@S4EV}, {@code ext4@raid1@S1+S2},
 * {@code tmpfs}.
 */
final class StackIdentity {
  private StackIdentity() {}

  static String of(String fileSystem, List<BlockDevice> stack, List<BlockDevice> leaves) {
    Set<String> parts = new LinkedHashSet<>();
    parts.add(fileSystem);
    for (BlockDevice device : stack) {
      if (!device.kind().equals("partition") && !isAmong(leaves, device)) {
        parts.add(
            device.fact("mapping").value() instanceof String mapping ? mapping : device.kind());
      }
    }
    Set<String> labels = new TreeSet<>();
    for (BlockDevice leaf : leaves) {
      labels.add(label(leaf));
    }
    parts.add(String.join("+", labels));
    return OneWord.of(String.join("@", parts));
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
    if (leaf.fact("serial").value() instanceof String serial) {
      return serial;
    }
    return leaf.fact("wwid").value() instanceof String wwid ? wwid : leaf.name();
  }
}
