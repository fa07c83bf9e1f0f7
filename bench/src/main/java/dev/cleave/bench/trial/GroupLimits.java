package dev.cleave.bench.trial;

import dev.cleave.tuner.measure.DeviceLimit;
import dev.cleave.tuner.measure.DeviceLimit.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The limits that control groups set to this process, its own group and all above it: {@code
 * blkio.throttle.*_device} of version 1 (Documentation/admin-guide/cgroup-v1/blkio-controller.rst),
 * {@code io.max} of version 2 (cgroup-v2.rst). Both name devices by their numbers.
 */
final class GroupLimits {
  private static final Map<String, Kind> VERSION_1 =
      Map.of(
          "blkio.throttle.read_bps_device", Kind.READ_BYTES,
          "blkio.throttle.write_bps_device", Kind.WRITE_BYTES,
          "blkio.throttle.read_iops_device", Kind.READ_OPERATIONS,
          "blkio.throttle.write_iops_device", Kind.WRITE_OPERATIONS);

  private static final Map<String, Kind> VERSION_2 =
      Map.of(
          "rbps", Kind.READ_BYTES,
          "wbps", Kind.WRITE_BYTES,
          "riops", Kind.READ_OPERATIONS,
          "wiops", Kind.WRITE_OPERATIONS);

  private final KernelFiles kernel;
  private final String device;
  private final String number;
  private final Map<Kind, Long> least = new EnumMap<>(Kind.class);

  private GroupLimits(KernelFiles kernel, String device, String number) {
    this.kernel = kernel;
    this.device = device;
    this.number = number;
  }

  /** The lowest limit of each kind on each device. */
  static List<DeviceLimit> of(KernelFiles kernel, List<String> devices) {
    List<DeviceLimit> limits = new ArrayList<>();
    for (String device : devices) {
      List<String> numbers =
          KernelFiles.lines(kernel.sys().resolve("class/block").resolve(device).resolve("dev"));
      if (!numbers.isEmpty()) {
        limits.addAll(new GroupLimits(kernel, device, numbers.getFirst().strip()).read());
      }
    }
    return limits;
  }

  private List<DeviceLimit> read() {
    for (String line : KernelFiles.lines(kernel.proc().resolve("self/cgroup"))) {
      String[] fields = line.split(":", 3); // hierarchy, controllers, path
      if (fields.length == 3) {
        String group = fields[2].replaceFirst("^/+", "");
        if (List.of(fields[1].split(",", -1)).contains("blkio")) {
          upwards(hierarchy("blkio"), group, this::version1);
        } else if (fields[1].isEmpty()) {
          upwards(hierarchy("unified"), group, this::version2);
        }
      }
    }
    return least.entrySet().stream()
        .map(limit -> new DeviceLimit(device, limit.getKey(), limit.getValue()))
        .toList();
  }

  /** Version 2 is mounted on the directory itself where it is the only one. */
  private Path hierarchy(String name) {
    Path all = kernel.sys().resolve("fs/cgroup");
    return Files.isDirectory(all.resolve(name)) ? all.resolve(name) : all;
  }

  private static void upwards(Path root, String group, Consumer<Path> visit) {
    @Nullable Path directory = root.resolve(group).normalize();
    while (directory != null && directory.startsWith(root)) {
      visit.accept(directory);
      directory = directory.getParent();
    }
  }

  private void version1(Path group) {
    VERSION_1.forEach(
        (file, kind) -> {
          for (String line : KernelFiles.lines(group.resolve(file))) {
            String[] words = line.split(" ", -1);
            if (words.length == 2 && words[0].equals(number)) {
              limit(kind, words[1]);
            }
          }
        });
  }

  private void version2(Path group) {
    for (String line : KernelFiles.lines(group.resolve("io.max"))) {
      List<String> words = List.of(line.split(" ", -1));
      if (words.getFirst().equals(number)) {
        for (String word : words.subList(1, words.size())) {
          String[] pair = word.split("=", 2);
          Kind kind = VERSION_2.get(pair[0]);
          if (kind != null && pair.length == 2) {
            limit(kind, pair[1]);
          }
        }
      }
    }
  }

  /** What is no number is "max". */
  private void limit(Kind kind, String text) {
    Long value = KernelFiles.number(text);
    if (value != null) {
      least.merge(kind, value, Math::min);
    }
  }
}
