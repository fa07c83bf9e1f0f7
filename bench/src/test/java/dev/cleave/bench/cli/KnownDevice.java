package dev.cleave.bench.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/**
 * Devices whose truth is known, since they are made: an ext4 in an image in memory, whose requests
 * a control group caps, or a FUSE file system with faults. All of it is gone when it is closed.
 */
final class KnownDevice implements AutoCloseable {
  private static final Path GROUPS = Path.of("/sys/fs/cgroup/blkio");
  private static final Path MEMORY = Path.of("/dev/shm");
  private static final Pattern FAULT = Pattern.compile(" at ([0-9]+)$", Pattern.MULTILINE);

  private final Path home;
  private final Path mount;
  private final List<Path> groups = new ArrayList<>();
  private final List<Process> processes = new ArrayList<>();
  private boolean mounted;
  private long writtenWhenMade;

  private KnownDevice(Path home) {
    this.home = home;
    this.mount = home.resolve("mount");
  }

  /** An ext4 of so many MiB. */
  static KnownDevice loop(long mebibytes) throws Exception {
    LoopImage.assumePossible();
    Assumptions.assumeTrue(
        MEMORY.toFile().getUsableSpace() > mebibytes << 20, "no room in " + MEMORY);
    KnownDevice device = make();
    try {
      LoopImage.mount(device.home.resolve("image"), device.mount, mebibytes << 20, "loop");
      device.mounted = true;
      device.writtenWhenMade = device.bytesWritten();
      return device;
    } catch (Exception | Error e) {
      device.close();
      throw e;
    }
  }

  private static KnownDevice make() throws IOException {
    KnownDevice device = new KnownDevice(Files.createTempDirectory(MEMORY, "cleave"));
    Files.createDirectory(device.mount);
    return device;
  }

  /**
   * A FUSE file system over memory.
   *
   * @param faults as delaying-files.py takes them
   */
  static KnownDevice fuse(double seconds, String... faults) throws Exception {
    LoopImage.assumePossible();
    Assumptions.assumeTrue(
        Files.exists(Path.of("/dev/fuse"))
            && LoopImage.succeeds("/usr/bin/python3", "-c", "import fusepy"),
        "needs FUSE and python3-fusepy");
    KnownDevice device = make();
    try {
      Path behind = Files.createDirectory(device.home.resolve("behind"));
      List<String> command = new ArrayList<>();
      command.add("/usr/bin/python3");
      command.add(Path.of("..", "scripts", "delaying-files.py").toString());
      command.addAll(List.of(behind.toString(), device.mount.toString(), String.valueOf(seconds)));
      command.addAll(List.of(faults));
      Process process =
          device.start(
              new ProcessBuilder(command)
                  .redirectErrorStream(true)
                  .redirectOutput(device.home.resolve("fuse.log").toFile()));
      while (!LoopImage.succeeds("mountpoint", "-q", device.mount.toString())) {
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

  /** Starts what doesn't outlive the device. */
  Process start(ProcessBuilder builder) throws IOException {
    Process process = builder.start();
    processes.addFirst(process);
    return process;
  }

  Path directory() {
    return mount;
  }

  Path home() {
    return home;
  }

  /** What it says of itself, below /sys. */
  private Path sysBlock() throws Exception {
    Path source = Path.of(output("findmnt", "-n", "-o", "SOURCE", mount.toString()).strip());
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
      Thread.sleep(1); // a spinning thread would disturb what is measured
    }
  }

  /** Where in its file the fault of a FUSE file system was, by its own account. */
  long faultOffset() throws IOException {
    Matcher said = FAULT.matcher(Files.readString(home.resolve("fuse.log")));
    if (!said.find()) {
      throw new IOException("the fault did not happen");
    }
    return Long.parseLong(said.group(1));
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
      groups.add(group);
    }
    String number = Files.readString(sysBlock().resolve("dev")).strip();
    Files.writeString(group.resolve("blkio.throttle." + file), number + " " + perSecond + "\n");
    return group;
  }

  private static String output(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + ": " + said);
    }
    return said;
  }

  @Override
  public void close() throws IOException {
    boolean interrupted = Thread.interrupted(); // by a timeout, which must not stop this halfway
    try {
      if (mounted && !LoopImage.succeeds("umount", mount.toString())) {
        LoopImage.succeeds("umount", "-l", mount.toString());
      }
      for (Process process : processes) {
        process.destroyForcibly().waitFor();
      }
      LoopImage.succeeds("rm", "-rf", "--one-file-system", home.toString());
    } catch (InterruptedException e) {
      interrupted = true;
    }
    for (Path group : groups) {
      Files.deleteIfExists(group);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
