package dev.cleave.tuner.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A made-up machine below a directory: a {@code sys} laid out as the kernel's, with its symbolic
 * links, and a {@code mountinfo} whose mount points are real directories below {@code root}.
 */
final class MachineFixture {
  private static final int FIRST_MOUNT_ID = 27;

  private final Path root;
  private final Path sys;
  private final StringBuilder mountInfo = new StringBuilder();
  private int nextMountId = FIRST_MOUNT_ID;

  MachineFixture(Path directory) throws IOException {
    this.root = Files.createDirectories(directory.toRealPath().resolve("root"));
    this.sys = directory.toRealPath().resolve("sys");
  }

  StorageProbe probe() throws IOException {
    Path proc = root.resolveSibling("proc");
    Files.writeString(
        Files.createDirectories(proc.resolve("self")).resolve("mountinfo"), mountInfo);
    return new StorageProbe(proc, sys);
  }

  Path sys() {
    return sys;
  }

  Path path(String below) {
    return root.resolve(below);
  }

  Path file(String below) throws IOException {
    Path file = root.resolve(below);
    Files.createDirectories(file.getParent());
    return Files.exists(file) ? file : Files.createFile(file);
  }

  /** The first mount is that of the machine's root; every later one lies on it. */
  MachineFixture rootMount(String device, String typeSourceOptions) {
    return mountLine(1, device, Path.of("/"), typeSourceOptions);
  }

  /** A mount on a directory below the root, on the root's mount. */
  MachineFixture mount(String point, String device, String typeSourceOptions) throws IOException {
    return mountLine(
        FIRST_MOUNT_ID, device, Files.createDirectories(path(point)), typeSourceOptions);
  }

  private MachineFixture mountLine(int parent, String device, Path point, String rest) {
    mountInfo
        .append(nextMountId++ + " " + parent + " " + device + " / ")
        .append(point.toString().replace(" ", "\\040"))
        .append(" rw,relatime shared:1 - " + rest + "\n");
    return this;
  }

  /**
   * A whole device, as {@code disk("vda", "254:0", "pci0000:00/0000:00:02.0/virtio1/block/vda")}.
   */
  MachineFixture disk(String name, String number, String devicePath) throws IOException {
    Path directory = Files.createDirectories(sys.resolve("devices").resolve(devicePath));
    Files.createDirectories(directory.resolve("slaves"));
    link("block/" + name, directory);
    link("class/block/" + name, directory);
    link("dev/block/" + number, directory);
    return sysFile(name, "size", "2048");
  }

  MachineFixture virtualDisk(String name, String number) throws IOException {
    return disk(name, number, "virtual/block/" + name);
  }

  MachineFixture partition(String disk, String name, String number) throws IOException {
    Path directory = sys.resolve("block").resolve(disk).toRealPath().resolve(name);
    Files.createDirectories(directory);
    link("class/block/" + name, directory);
    link("dev/block/" + number, directory);
    Files.writeString(directory.resolve("partition"), "1\n");
    Files.writeString(directory.resolve("start"), "2048\n");
    Files.writeString(directory.resolve("size"), "1024\n");
    return this;
  }

  MachineFixture slaves(String name, String... slaves) throws IOException {
    for (String slave : slaves) {
      Path link = sys.resolve("block").resolve(name).resolve("slaves").resolve(slave);
      Files.createSymbolicLink(link, sys.resolve("class/block").resolve(slave).toRealPath());
    }
    return this;
  }

  MachineFixture sysFile(String device, String file, String content) throws IOException {
    Path path = sys.resolve("block").resolve(device).resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content + "\n");
    return this;
  }

  private void link(String name, Path target) throws IOException {
    Path link = sys.resolve(name);
    Path directory = link.resolveSibling("");
    Files.createDirectories(directory);
    Files.createSymbolicLink(link, directory.relativize(target));
  }
}
