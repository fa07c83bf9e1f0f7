package dev.cleave.bench.tune;

import dev.cleave.tuner.run.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine we run on, as the kernel tells. What it doesn't tell is "unknown". */
public final class ThisMachine {
  private static final String UNKNOWN = "unknown";
  private static final long KIBIBYTE = 1024;

  private ThisMachine() {}

  public static Environment describe(String commandLine, String version) {
    return new Environment(
        commandLine,
        version,
        firstLine(Path.of("/proc/sys/kernel/hostname")),
        firstLine(Path.of("/proc/sys/kernel/osrelease")),
        valueOf(Path.of("/proc/cpuinfo"), "model name"),
        Runtime.getRuntime().availableProcessors(),
        memoryBytes(),
        System.getProperty("java.vendor.version", "") + " " + Runtime.version());
  }

  private static long memoryBytes() {
    String total = valueOf(Path.of("/proc/meminfo"), "MemTotal").replace(" kB", "");
    return total.equals(UNKNOWN) ? 0 : Long.parseLong(total) * KIBIBYTE;
  }

  private static String firstLine(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      return UNKNOWN;
    }
  }

  private static String valueOf(Path file, String name) {
    try (var lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(UNKNOWN);
    } catch (IOException e) {
      return UNKNOWN;
    }
  }
}
