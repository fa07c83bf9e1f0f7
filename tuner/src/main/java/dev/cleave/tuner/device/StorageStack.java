package dev.cleave.tuner.device;

import java.util.List;

/**
 * What really stores the bytes of a path.
 *
 * @param path the path that was asked for, absolute
 * @param fileSystem its type, as {@code ext4}
 * @param stack from the device that is mounted down to the leaves
 * @param leaves the devices at the bottom; never empty: what is unknown is a leaf of kind unknown
 * @param identity what makes two stacks the same one across reboots: file system type, layers such
 *     as loop or RAID, and the leaves' WWID, serial with address, or name, as {@code ext4@vda}; one
 *     word; part of a profile's key
 */
public record StorageStack(
    String path,
    Mount mount,
    String fileSystem,
    DeviceClass deviceClass,
    List<BlockDevice> stack,
    List<BlockDevice> leaves,
    String identity) {
  public StorageStack {
    stack = List.copyOf(stack);
    leaves = List.copyOf(leaves);
    if (leaves.isEmpty()) {
      throw new IllegalArgumentException("no leaf device below " + path);
    }
  }
}
