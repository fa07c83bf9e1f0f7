package dev.cleave.tuner.profile;

import java.io.File;
import java.nio.file.Path;

/** How full a file system is. */
public final class FillLevel {
  public static final int UNKNOWN = -1;

  private FillLevel() {}

  /**
   * In percent of what is not reserved for root, 0 to 100; {@link #UNKNOWN} if the kernel doesn't
   * say. Of a path that isn't there yet, that of the nearest parent.
   */
  public static int percent(Path path) {
    for (File at = path.toAbsolutePath().toFile(); at != null; at = at.getParentFile()) {
      long total = at.getTotalSpace(); // 0 for what isn't there
      if (total > 0) {
        long used = total - at.getFreeSpace();
        long usable = used + at.getUsableSpace();
        return usable <= 0 ? UNKNOWN : (int) Math.min(100, 100 * (double) used / usable);
      }
    }
    return UNKNOWN;
  }
}
