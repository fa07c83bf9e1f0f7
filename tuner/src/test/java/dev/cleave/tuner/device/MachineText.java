package dev.cleave.tuner.device;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A machine as text, unpacked into {@code proc}, {@code sys} and {@code root} below a directory,
 * and what a probe must find there. A line each:
 *
 * <pre>
 * disk NAME MAJOR:MINOR PATH     a device: its directory in sys/devices, and the links to it
 * part NAME MAJOR:MINOR          a partition of that disk
 *   FILE = TEXT                  (indented) an attribute of it, with \n, \b and \0
 * FILE = TEXT                    a file below the directory; ${root} stands for the machine's root
 * FILE -> TARGET                 a symbolic link
 * FILE |                         a pipe
 * FILE #BYTES                    a file of that size
 * FILE /                         a directory
 * slaves NAME SLAVE...           what a device lies on
 * mount MAJOR:MINOR[:ROOT] POINT TYPE SOURCE OPTIONS
 * probe PATH                     below the root; the root itself unless told
 * expect CLASS TYPE NAME:KIND... the class, the file system and the stack
 * identity WORD
 * fact DEVICE NAME = VALUE
 * unknown DEVICE NAME: REASON    a part of the reason
 * </pre>
 */
final class MachineText {
  private final Path directory;
  private final Path root;
  private final StringBuilder mountInfo = new StringBuilder();
  private Path device;
  private int mounts;

  Path probed;
  final List<String> expectations = new ArrayList<>();

  MachineText(Path directory, String resource) throws IOException {
    this.directory = directory.toRealPath();
    this.root = Files.createDirectories(this.directory.resolve("root"));
    this.device = this.directory;
    this.probed = root;
    try (InputStream in = requireNonNull(MachineText.class.getResourceAsStream(resource))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.replace("${root}", root.toString()).lines().toList()) {
        read(line);
      }
    }
    write(this.directory.resolve("proc/self/mountinfo"), mountInfo.toString());
  }

  StorageProbe probe() {
    return new StorageProbe(directory.resolve("proc"), directory.resolve("sys"));
  }

  private void read(String line) throws IOException {
    String[] words = line.strip().split(" ", -1);
    switch (line.startsWith(" ") ? "" : words[0]) {
      case "#" -> {}
      case "disk" -> disk(words[1], words[2], words[3]);
      case "part" -> partition(words[1], words[2]);
      case "slaves" -> slaves(words);
      case "mount" -> mount(words);
      case "probe" -> probed = Files.createDirectories(root.resolve(words[1]));
      case "expect", "identity", "fact", "unknown" -> expectations.add(line);
      default -> entry((line.startsWith(" ") ? device : directory), line.strip(), words);
    }
  }

  private void entry(Path parent, String line, String[] words) throws IOException {
    Path path = parent.resolve(words[0]);
    Files.createDirectories(path.resolveSibling(""));
    switch (words[1].charAt(0)) {
      case '=' -> write(path, escaped(line.substring(line.indexOf('=') + 1).strip()));
      case '-' -> Files.createSymbolicLink(path, Path.of(words[2]));
      case '|' -> pipe(path);
      case '/' -> Files.createDirectories(path);
      case '#' -> {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
          file.setLength(Long.parseLong(words[1].substring(1)));
        }
      }
      default -> throw new IllegalArgumentException("no such line in a machine: " + line);
    }
  }

  private static String escaped(String text) {
    return text.replace("\\n", "\n").replace("\\0", "\0").replace("\\b", "\b") + "\n";
  }

  private static void pipe(Path path) throws IOException {
    try {
      new ProcessBuilder("mkfifo", path.toString()).inheritIO().start().waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void disk(String name, String number, String devicePath) throws IOException {
    device = Files.createDirectories(directory.resolve("sys/devices").resolve(devicePath));
    link("block/" + name);
    named(name, number);
  }

  private void partition(String name, String number) throws IOException {
    Path disk = device;
    device = Files.createDirectories(disk.resolve(name));
    write(device.resolve("partition"), "1\n");
    named(name, number);
  }

  private void named(String name, String number) throws IOException {
    link("class/block/" + name);
    if (!number.equals("-")) { // a path of a multipath device is hidden
      link("dev/block/" + number);
    }
  }

  private void link(String name) throws IOException {
    Path link = directory.resolve("sys").resolve(name);
    Path parent = Files.createDirectories(link.resolveSibling(""));
    Files.createSymbolicLink(link, parent.relativize(device));
  }

  private void slaves(String[] words) throws IOException {
    Path slaves = directory.resolve("sys/block").resolve(words[1]).toRealPath().resolve("slaves");
    Files.createDirectories(slaves);
    for (int i = 2; i < words.length; i++) {
      Path slave = directory.resolve("sys/class/block").resolve(words[i]).toRealPath();
      Files.createSymbolicLink(slaves.resolve(words[i]), slave);
    }
  }

  private void mount(String[] words) throws IOException {
    String[] number = words[1].split(":", 3);
    boolean isRoot = words[2].equals("/");
    Path point = isRoot ? Path.of("/") : Files.createDirectories(root.resolve(words[2]));
    mountInfo.append(
        "%d %d %s:%s %s %s rw,relatime shared:1 - %s %s %s\n"
            .formatted(
                isRoot ? 1 : 100 + mounts++,
                isRoot ? 0 : 1,
                number[0],
                number[1],
                number.length == 3 ? number[2] : "/",
                point,
                words[3],
                words[4],
                words[5]));
  }

  private static void write(Path path, String text) throws IOException {
    Files.createDirectories(path.resolveSibling(""));
    Files.writeString(path, text);
  }
}
