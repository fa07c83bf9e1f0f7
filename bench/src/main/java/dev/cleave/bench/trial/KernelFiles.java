package dev.cleave.bench.trial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the kernel's own file systems are mounted: what can't be read there isn't known, which is
 * never an error.
 *
 * @param proc {@code /proc}
 * @param sys {@code /sys}
 */
public record KernelFiles(Path proc, Path sys) {
  public static final KernelFiles OF_THIS_MACHINE =
      new KernelFiles(Path.of("/proc"), Path.of("/sys"));

  /** The lines of a file; empty if it can't be read. */
  static List<String> lines(Path file) {
    try {
      // A name in it may have any bytes.
      return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return List.of();
    }
  }

  /** The number that a file holds; null if it holds none. */
  static @Nullable Long number(Path file) {
    List<String> lines = lines(file);
    return lines.isEmpty() ? null : number(lines.getFirst().strip());
  }

  static @Nullable Long number(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
