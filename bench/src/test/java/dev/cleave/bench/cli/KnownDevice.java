package dev.cleave.bench.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;

/**
 * Devices whose truth is known, since they are made: an ext4 in an image in memory, whose requests
 * a control group caps, or a FUSE file system with faults. All of it is gone when it is closed.
 */
final class KnownDevice implements AutoCloseable {
  private static final Path GROUPS = Path.of("/sys/fs/cgroup/blkio");

  private final Path home;
  private final Path mount;
  private final List<String> groups = new ArrayList<>();
  private boolean mounted;
  private long writtenWhenMade;

  private KnownDevice(Path home) {
    this.home = home;
    this.mount = home.resolve("mount");
  }

  /** An ext4 of so many MiB. */
  static KnownDevice loop(int mebibytes) throws Exception {
    assumeRoot();
    Assumptions.assumeTrue(
        Files.exists(Path.of("/dev/loop-control")), "this kernel has no loop devices");
    KnownDevice device = new KnownDevice(Files.createTempDirectory(Path.of("/dev/shm"), "cleave"));
    try {
      Path image = device.home.resolve("image");
      Files.createDirectory(device.mount);
      run("truncate", "-s", mebibytes + "M", image.toString());
      // the kernel would go on making it in the background
      String lazy = "lazy_itable_init=0,lazy_journal_init=0";
      run("mkfs.ext4", "-q", "-F", "-E", lazy, image.toString());
      run("mount", "-o", "loop", image.toString(), device.mount.toString());
      device.mounted = true;
      device.writtenWhenMade = device.bytesWritten();
      return device;
    } catch (Exception | Error e) {
      device.close();
      throw e;
    }
  }

  /**
   * A FUSE file system over memory.
   *
   * @param faults as delaying-files.py takes them
   */
  static KnownDevice fuse(double seconds, String... faults) throws Exception {
    assumeRoot();
    Assumptions.assumeTrue(
        Files.exists(Path.of("/dev/fuse"))
            && exitCode("/usr/bin/python3", "-c", "import fusepy") == 0,
        "needs FUSE and python3-fusepy");
    KnownDevice device = new KnownDevice(Files.createTempDirectory(Path.of("/dev/shm"), "cleave"));
    try {
      Files.createDirectory(device.mount);
      Path behind = Files.createDirectory(device.home.resolve("behind"));
      List<String> command = new ArrayList<>();
      command.add("/usr/bin/python3");
      command.add(Path.of("..", "scripts", "delaying-files.py").toString());
      command.addAll(List.of(behind.toString(), device.mount.toString(), String.valueOf(seconds)));
      command.addAll(List.of(faults));
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(device.home.resolve("fuse.log").toFile())
              .start();
      while (exitCode("mountpoint", "-q", device.mount.toString()) != 0) {
        if (!process.isAlive()) {
          throw new IOException(Files.readString(device.home.resolve("fuse.log")));
        }
      }
      device.mounted = true;
      return device;
    } catch (Exception | Error e) {
      device.close();
      throw e;
    }
  }

  private static void assumeRoot() throws Exception {
    Assumptions.assumeTrue(
        Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid")),
        "making devices needs root");
  }

  Path directory() {
    return mount;
  }

  Path home() {
    return home;
  }

  /** What it says of itself, below /sys. */
  private Path sysBlock() throws Exception {
    Path source = Path.of(run("findmnt", "-n", "-o", "SOURCE", mount.toString()).strip());
    return Path.of("/sys/block").resolve(source.getFileName());
  }

  /** Bytes written to it since it was made. */
  long bytesWritten() throws Exception {
    return bytesWritten(sysBlock().resolve("stat")) - writtenWhenMade;
  }

  private static long bytesWritten(Path stat) throws IOException {
    return 512 * Long.parseLong(Files.readString(stat).strip().split("\\s+", -1)[6]);
  }

  /** Returns once so much has been written to it, or the process that writes has ended. */
  void awaitWritten(long bytes, Process writer) throws Exception {
    Path stat = sysBlock().resolve("stat");
    while (bytesWritten(stat) - writtenWhenMade < bytes && writer.isAlive()) {
      LockSupport.parkNanos(1_000_000); // a spinning thread would disturb what is measured
    }
  }

  /** Where in its file the fault of a FUSE file system was, by its own account. */
  long faultOffset() throws IOException {
    String said = Files.readString(home.resolve("fuse.log")).strip();
    return Long.parseLong(said.substring(said.lastIndexOf(" at ") + 4));
  }

  /**
   * Caps whoever is in the group that this returns.
   *
   * @param file as read_bps_device
   */
  Path cap(String file, long perSecond) throws Exception {
    Assumptions.assumeTrue(
        Files.exists(GROUPS.resolve("blkio.throttle.read_bps_device")),
        "no cgroup controller blkio (v1)");
    Path group = GROUPS.resolve("cleave-" + home.getFileName());
    if (Files.notExists(group)) {
      Files.createDirectory(group);
      groups.add(group.toString());
    }
    String number = Files.readString(sysBlock().resolve("dev")).strip();
    Files.writeString(group.resolve("blkio.throttle." + file), number + " " + perSecond + "\n");
    return group;
  }

  private static int exitCode(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private static String run(String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().merge("PATH", "/usr/sbin:/sbin", (path, more) -> path + ":" + more);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + ": " + said);
    }
    return said;
  }

  @Override
  public void close() throws IOException {
    try {
      if (mounted && exitCode("umount", mount.toString()) != 0) {
        exitCode("umount", "-l", mount.toString());
      }
      for (String group : groups) {
        exitCode("rmdir", group);
      }
      exitCode("rm", "-rf", "--one-file-system", home.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
