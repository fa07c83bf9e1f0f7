package dev.cleave.bench.health;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Advanced Error Reporting has counted on the way to a device (kernel:
 * Documentation/ABI/testing/sysfs-bus-pci-devices-aer_stats).
 */
final class PcieErrors {
  private static final List<String> FILES =
      List.of("aer_dev_correctable", "aer_dev_nonfatal", "aer_dev_fatal");
  private static final int MOST_BYTES = 64 << 10;

  private PcieErrors() {}

  /** By the PCI address and the kernel's word, of the device's function and the ports above it. */
  static Map<String, Long> of(String device, Path sys) {
    Map<String, Long> counts = new TreeMap<>();
    try {
      Path real = sys.resolve("class/block").resolve(device).toRealPath();
      Path top = sys.toRealPath();
      for (Path at = real; at != null && !at.equals(top); at = at.getParent()) {
        for (String file : FILES) {
          add(at, file, counts);
        }
      }
    } catch (IOException unplugged) {
      return counts;
    }
    return counts;
  }

  /** Lines as {@code BadTLP 0} and, last, {@code TOTAL_ERR_COR 3}. */
  private static void add(Path directory, String name, Map<String, Long> counts)
      throws IOException {
    Path file = directory.resolve(name);
    if (!Files.isRegularFile(file)) {
      return;
    }
    try (InputStream in = Files.newInputStream(file)) {
      String text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.US_ASCII);
      for (String line : text.lines().toList()) {
        String[] words = line.strip().split("\\s+", -1);
        if (words.length == 2 && words[1].matches("[0-9]{1,18}")) {
          counts.put(directory.getFileName() + " " + words[0], Long.parseLong(words[1]));
        }
      }
    }
  }

  /** The PCI address of what the device is on, as {@code 0000:01:00.0}; empty if it is on none. */
  static String address(String device, Path sys) {
    try {
      Path real = sys.resolve("class/block").resolve(device).toRealPath();
      String address = "";
      for (Path part : real) {
        address =
            part.toString().matches("[0-9a-f]{4,}:[0-9a-f]{2}:[0-9a-f]{2}\\.[0-7]")
                ? part.toString()
                : address;
      }
      return address;
    } catch (IOException unplugged) {
      return "";
    }
  }
}
