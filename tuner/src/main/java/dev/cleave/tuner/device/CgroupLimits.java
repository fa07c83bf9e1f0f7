package dev.cleave.tuner.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the control group of this process may read and write on a device: {@code io.max} of version
 * 2 with that of the groups above, or blkio's throttling of version 1, where the groups above don't
 * count (kernel: admin-guide/cgroup-v2.rst, admin-guide/cgroup-v1/blkio-controller.rst).
 */
final class CgroupLimits {
  private static final int MOST_BYTES = 1 << 20;
  private static final String NONE = "none";

  /** The files of version 1, by the keys of version 2. */
  private static final Map<String, String> VERSION_1 =
      Map.of(
          "rbps", "blkio.throttle.read_bps_device",
          "wbps", "blkio.throttle.write_bps_device",
          "riops", "blkio.throttle.read_iops_device",
          "wiops", "blkio.throttle.write_iops_device");

  private final MountTable mounts;
  private final Path membership;

  /**
   * @param procRoot a directory as /proc
   */
  CgroupLimits(MountTable mounts, Path procRoot) {
    this.mounts = mounts;
    this.membership = procRoot.resolve("self/cgroup");
  }

  /**
   * The limits as in io.max, those that are set: {@code rbps=50000000 wiops=120}, bytes or
   * operations a second; {@code none} if nothing limits.
   *
   * @param number the device's {@code major:minor}
   */
  Fact of(String number) {
    try {
      List<String> groups = lines(membership);
      String blkio = groupOf(groups, "blkio");
      if (blkio != null) {
        return version1(number, blkio);
      }
      String unified = groupOf(groups, "");
      return unified == null
          ? Fact.unknown("names no group for input and output: " + membership)
          : version2(number, unified);
    } catch (IOException | InvalidPathException e) {
      return Fact.unknown("unreadable: " + membership + ": " + e.getMessage());
    }
  }

  /** The group in the hierarchy with that controller; version 2 names none. */
  private static @Nullable String groupOf(List<String> lines, String controller) {
    for (String line : lines) {
      String[] fields = line.split(":", 3);
      if (fields.length == 3 && List.of(fields[1].split(",", -1)).contains(controller)) {
        return fields[2];
      }
    }
    return null;
  }

  private Fact version1(String number, String group) throws IOException {
    MountLine mount = mount("cgroup", "blkio");
    Path directory = mount == null ? null : directory(mount, group);
    if (directory == null) {
      return Fact.unknown("not mounted here: the blkio group " + group);
    }
    Map<String, Long> limits = new TreeMap<>();
    for (Map.Entry<String, String> entry : VERSION_1.entrySet()) {
      for (String line : lines(directory.resolve(entry.getValue()))) {
        if (line.startsWith(number + " ")) {
          lower(limits, entry.getKey(), line.substring(number.length() + 1));
        }
      }
    }
    return fact(limits, directory + "/blkio.throttle.*_device");
  }

  private Fact version2(String number, String group) throws IOException {
    MountLine mount = mount("cgroup2", null);
    Path own = mount == null ? null : directory(mount, group);
    if (mount == null || own == null) {
      return Fact.unknown("not mounted here: the group " + group);
    }
    List<String> files = new ArrayList<>();
    Map<String, Long> limits = new TreeMap<>();
    Path top = Path.of(mount.mount().point());
    for (Path at = own; at != null && at.startsWith(top); at = at.getParent()) {
      Path file = at.resolve("io.max");
      if (Files.exists(file)) {
        files.add(file.toString());
        addLimits(number, lines(file), limits);
      }
    }
    return files.isEmpty()
        ? Fact.unknown("no io.max: the io controller is off, or it is the root: " + own)
        : fact(limits, String.join(", ", files));
  }

  private static void addLimits(String number, List<String> lines, Map<String, Long> limits)
      throws IOException {
    for (String line : lines) {
      String[] fields = line.split(" ", -1);
      for (int i = 1; i < fields.length && fields[0].equals(number); i++) {
        int equals = fields[i].indexOf('=');
        if (equals > 0 && !fields[i].endsWith("=max")) {
          lower(limits, fields[i].substring(0, equals), fields[i].substring(equals + 1));
        }
      }
    }
  }

  /** Of a group and those above it the lowest limit counts. */
  private static void lower(Map<String, Long> limits, String key, String value) throws IOException {
    try {
      limits.merge(key, Long.parseLong(value.strip()), Math::min);
    } catch (NumberFormatException e) {
      throw new IOException("no number of a limit: " + OneWord.of(value), e);
    }
  }

  private static Fact fact(Map<String, Long> limits, String source) {
    StringBuilder text = new StringBuilder();
    limits.forEach(
        (key, value) -> text.append(text.isEmpty() ? "" : " ").append(key + "=" + value));
    return Fact.reported(text.isEmpty() ? NONE : text.toString(), source);
  }

  private @Nullable MountLine mount(String type, @Nullable String option) {
    for (MountLine line : mounts.lines()) {
      if (line.fileSystem().equals(type)
          && (option == null || line.mount().options().contains(option))) {
        return line;
      }
    }
    return null;
  }

  /** Where the group is below the mount, which in a container may begin at a group; null if not. */
  private static @Nullable Path directory(MountLine mount, String group) {
    String root = mount.root().equals("/") ? "" : mount.root();
    if (!(group + "/").startsWith(root + "/") || group.contains("..")) {
      return null;
    }
    String below = group.substring(root.length());
    return Path.of(mount.mount().point() + below);
  }

  private static List<String> lines(Path file) throws IOException {
    byte[] bytes = BoundedFile.read(file, MOST_BYTES);
    return new String(bytes, StandardCharsets.ISO_8859_1).lines().toList();
  }
}
