package dev.cleave.tuner.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

  /** The names of the devices that a mounted file system lies on; empty if /sys knows none. */
  List<String> devicesOf(MountLine line) {
    String name = numbered(line.mount().device());
    if (name == null) {
      name = named(line.mount().source());
    }
    if (name == null) {
      return List.of();
    }
    return line.fileSystem().equals("btrfs") ? btrfsDevices(name) : List.of(name);
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

  /** The disk that a partition is part of; null if it is no partition. */
  @Nullable String diskOf(String partition) {
    if (!block(partition).isPartition()) {
      return null;
    }
    Path real = real(directory(partition));
    return real == null || real.getParent() == null ? null : fileName(real.getParent());
  }

  /** What a stacked device (device mapper, md, bcache) lies on, sorted; empty for others. */
  List<String> slavesOf(String name) {
    return entries(directory(name).resolve("slaves"));
  }

  /** The file that a loop device shows, as text; unknown for others. */
  Fact backingFile(String name) {
    return new SysFile(directory(name).resolve("loop/backing_file")).text();
  }

  /**
   * The kind of a stacked device: {@code crypt}, {@code lvm}, ... of the device mapper, where the
   * first part of the UUID says who made it, or {@code raid1}, ... of md.
   */
  Fact mapping(String name) {
    Path directory = directory(name);
    if (!name.startsWith("dm-")) {
      return new SysFile(directory.resolve("md/level")).text();
    }
    Fact uuid = new SysFile(directory.resolve("dm/uuid")).text();
    if (!(uuid.value() instanceof String text) || text.indexOf('-') <= 0) {
      return uuid.value() == null ? uuid : Fact.unknown("no maker in " + uuid.source());
    }
    String maker = text.substring(0, text.indexOf('-')).toLowerCase(Locale.ROOT);
    return Fact.reported(maker, uuid.source());
  }

  private @Nullable String numbered(String majorMinor) {
    if (majorMinor.startsWith("0:")) {
      return null; // anonymous: not the number of a device (btrfs, overlay, tmpfs, ...)
    }
    Path link = isPlainName(majorMinor) ? sysRoot.resolve("dev/block").resolve(majorMinor) : null;
    Path real = link == null ? null : real(link);
    return real == null ? null : fileName(real);
  }

  private @Nullable String mapped(String mapperName) {
    for (String name : entries(sysRoot.resolve("block"))) {
      if (name.startsWith("dm-")
          && mapperName.equals(new SysFile(directory(name).resolve("dm/name")).text().value())) {
        return name;
      }
    }
    return null;
  }

  /** Mountinfo names but one device of a btrfs of several. */
  private List<String> btrfsDevices(String one) {
    Path fileSystems = sysRoot.resolve("fs/btrfs");
    for (String fileSystem : entries(fileSystems)) {
      List<String> devices = entries(fileSystems.resolve(fileSystem).resolve("devices"));
      if (devices.contains(one)) {
        return devices;
      }
    }
    return List.of(one);
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

  /** By File, whose listing needs no lambda: the first one costs a starting JVM 20 ms. */
  private static List<String> entries(Path directory) {
    String[] names = directory.toFile().list();
    if (names == null) {
      return List.of(); // no such directory: the device lies on no other
    }
    Arrays.sort(names);
    return List.of(names);
  }
}
