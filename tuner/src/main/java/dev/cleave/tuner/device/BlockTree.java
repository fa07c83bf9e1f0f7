package dev.cleave.tuner.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which block devices there are below a /sys, and which of them lie on which. */
final class BlockTree {
  private static final String DEVICE_NODES = "/dev/";
  private static final String MAPPED_NODES = "/dev/mapper/";

  private final Path sysRoot;

  BlockTree(Path sysRoot) {
    this.sysRoot = sysRoot;
  }

  boolean contains(String name) {
    return isPlainName(name) && Files.exists(directory(name));
  }

  SysBlock block(String name) {
    return new SysBlock(directory(name));
  }

  /** The device that a mounted file system lies on, or one of several; null if /sys has none. */
  @Nullable String deviceOf(MountLine line) {
    String number = line.mount().device();
    if (number.startsWith("0:")) { // anonymous: not the number of a device (btrfs, ...)
      return named(line.mount().source());
    }
    String name = numbered(number);
    if (name != null) {
      return name;
    }
    String byName = named(line.mount().source());
    boolean same = byName != null && number.equals(block(byName).number().value());
    return same ? byName : null;
  }

  /** The device with a node as {@code /dev/vda1} or {@code /dev/mapper/home}; null if none. */
  @Nullable String named(String node) {
    if (node.startsWith(MAPPED_NODES)) {
      String mapped = mapped(node.substring(MAPPED_NODES.length()));
      if (mapped != null) {
        return mapped;
      }
    }
    String name = nameOfNode(node);
    return contains(name) ? name : null;
  }

  /** {@code vda1} for {@code /dev/vda1}; what is no such node stays as it is. */
  static String nameOfNode(String node) {
    // the kernel writes a slash in a device's name, as in cciss/c0d0, as '!' in /sys
    return node.startsWith(DEVICE_NODES)
        ? node.substring(DEVICE_NODES.length()).replace('/', '!')
        : node;
  }

  boolean isPartition(String name) {
    return block(name).isPartition();
  }

  /** The disk that a partition is part of; null if /sys doesn't show it. */
  @Nullable String diskOf(String partition) {
    Path real = real(directory(partition));
    String disk = real == null || real.getParent() == null ? null : fileName(real.getParent());
    return disk == null || !contains(disk) ? null : disk;
  }

  /** What a stacked device (device mapper, md, bcache) lies on, sorted; empty for others. */
  List<String> slavesOf(String name) {
    return SysDirectory.entries(directory(name).resolve("slaves"));
  }

  LayerFacts layer(String name) {
    return new LayerFacts(directory(name));
  }

  /** The btrfs that has that device; null if there is none. */
  @Nullable BtrfsVolume btrfs(String member) {
    return BtrfsVolume.with(member, sysRoot);
  }

  Map<String, Fact> networkFacts(MountLine line) {
    return NetworkFacts.of(line, sysRoot);
  }

  private @Nullable String numbered(String majorMinor) {
    if (!isPlainName(majorMinor)) {
      return null;
    }
    Path real = real(sysRoot.resolve("dev/block").resolve(majorMinor));
    String name = real == null ? null : fileName(real);
    return name == null || !contains(name) ? null : name;
  }

  private @Nullable String mapped(String mapperName) {
    for (String name : SysDirectory.entries(sysRoot.resolve("block"))) {
      if (name.startsWith("dm-")
          && mapperName.equals(new SysFile(directory(name).resolve("dm/name")).text().value())) {
        return name;
      }
    }
    return null;
  }

  /** Disks have theirs in block, partitions in class/block only. */
  private Path directory(String name) {
    Path disk = sysRoot.resolve("block").resolve(name);
    return Files.exists(disk) ? disk : sysRoot.resolve("class/block").resolve(name);
  }

  /** A name from mountinfo may be anything: it must not lead out of the directory of devices. */
  private static boolean isPlainName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c <= ' ' || c > '~' || c == '/') {
        return false;
      }
    }
    return !name.isEmpty() && !name.equals(".") && !name.equals("..");
  }

  private static @Nullable Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return null;
    }
  }

  private static @Nullable String fileName(Path path) {
    Path name = path.getFileName();
    return name == null ? null : name.toString();
  }
}
