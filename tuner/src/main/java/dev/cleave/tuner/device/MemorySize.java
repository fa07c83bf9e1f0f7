package dev.cleave.tuner.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** How much memory the machine has. */
public final class MemorySize {
  private static final int MOST_BYTES = 1 << 16;
  private static final long KIBIBYTE = 1024;
  private static final String TOTAL = "MemTotal:";

  private MemorySize() {}

  /**
   * In bytes, as the kernel counts it (proc_meminfo(5)); 0 if it can't be told. On the start-up
   * path of every copy.
   *
   * @param procRoot a directory as /proc
   */
  public static long bytes(Path procRoot) {
    try {
      byte[] file = BoundedFile.read(procRoot.resolve("meminfo"), MOST_BYTES);
      String text = new String(file, StandardCharsets.ISO_8859_1);
      int start = text.indexOf(TOTAL);
      int end = text.indexOf(" kB", start);
      return start < 0 || end < 0
          ? 0
          : Long.parseLong(text.substring(start + TOTAL.length(), end).strip()) * KIBIBYTE;
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }
}
