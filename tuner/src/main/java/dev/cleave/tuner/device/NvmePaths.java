package dev.cleave.tuner.device;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The ways to an NVMe namespace that the kernel reaches by several controllers: {@code nvme0n1} is
 * then no child of a controller, but of a subsystem, and {@code nvme0c0n1}, {@code nvme0c1n1} are
 * its paths.
 */
final class NvmePaths {
  private NvmePaths() {}

  /** The directories of the paths; empty for every other device. */
  static List<Path> of(Path directory) {
    Path fileName = directory.getFileName();
    String name = fileName == null ? "" : fileName.toString();
    int namespace = name.lastIndexOf('n');
    if (!name.startsWith("nvme") || namespace <= 0) {
      return List.of();
    }
    String before = name.substring(0, namespace) + "c";
    String after = name.substring(namespace);
    List<Path> paths = new ArrayList<>();
    for (String other : SysDirectory.entries(directory.resolveSibling(""))) {
      if (other.startsWith(before) && other.endsWith(after)) {
        paths.add(directory.resolveSibling(other));
      }
    }
    return paths;
  }

  /** As {@code nvme0c0n1 optimized, nvme0c1n1 inaccessible}. */
  static Fact fact(List<Path> paths) {
    StringBuilder text = new StringBuilder();
    for (Path path : paths) {
      Fact state = new SysFile(path.resolve("ana_state")).text();
      text.append(text.isEmpty() ? "" : ", ").append(path.getFileName());
      text.append(state.value() instanceof String known ? " " + known : "");
    }
    boolean states = Files.exists(paths.getFirst().resolve("ana_state"));
    return Fact.reported(
        text.toString(), "the names in /sys/block" + (states ? " and their ana_state" : ""));
  }
}
