package dev.cleave.tuner.device;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A btrfs and the devices that it lies on, of which mountinfo names but one.
 *
 * @param directory as /sys/fs/btrfs/UUID
 * @param uuid the file system's
 * @param members names of its block devices, sorted
 */
record BtrfsVolume(Path directory, String uuid, List<String> members) {
  BtrfsVolume {
    members = List.copyOf(members);
  }

  /** The volume with that member; null if /sys shows none. */
  static @Nullable BtrfsVolume with(String member, Path sysRoot) {
    Path volumes = sysRoot.resolve("fs/btrfs");
    for (String uuid : SysDirectory.entries(volumes)) {
      Path directory = volumes.resolve(uuid);
      List<String> members = SysDirectory.entries(directory.resolve("devices"));
      if (members.contains(member)) {
        return new BtrfsVolume(directory, uuid, members);
      }
    }
    return null;
  }

  /** How the data lies on the members: {@code single}, {@code raid1}; two while it is converted. */
  Map<String, Fact> facts() {
    Path allocation = directory.resolve("allocation/data");
    StringBuilder profiles = new StringBuilder();
    for (String name : SysDirectory.entries(allocation)) {
      if (Files.isDirectory(allocation.resolve(name))) {
        profiles.append(profiles.isEmpty() ? "" : "-").append(name);
      }
    }
    Fact mapping =
        profiles.isEmpty()
            ? Fact.unknown("no profile in ".concat(allocation.toString()))
            : Fact.reported(profiles.toString(), allocation.toString());
    Path devices = directory.resolve("devices");
    return Map.of("mapping", mapping, "members", Fact.reported(members.size(), devices.toString()));
  }
}
