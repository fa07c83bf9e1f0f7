package dev.cleave.bench.trial;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How much may be dirty before the kernel makes writers wait: what it says itself in /proc/vmstat,
 * else {@code vm.dirty_bytes}, else {@code vm.dirty_ratio} per cent of the available memory
 * (Documentation/admin-guide/sysctl/vm.rst).
 */
final class DirtyLimit {
  private static final String THRESHOLD = "nr_dirty_threshold ";
  private static final String AVAILABLE = "MemAvailable:";
  private static final long PAGE_BYTES = 4096;
  private static final long KIBIBYTE = 1024;
  private static final long PER_CENT = 100;

  private DirtyLimit() {}

  /** In bytes; null where the kernel doesn't say. */
  static @Nullable Long bytes(KernelFiles kernel) {
    Long pages = KernelFiles.number(after(kernel.proc().resolve("vmstat"), THRESHOLD));
    if (pages != null) {
      return pages * PAGE_BYTES;
    }
    Path settings = kernel.proc().resolve("sys/vm");
    Long bytes = KernelFiles.number(settings.resolve("dirty_bytes"));
    if (bytes != null && bytes > 0) {
      return bytes;
    }
    Long ratio = KernelFiles.number(settings.resolve("dirty_ratio"));
    String available = after(kernel.proc().resolve("meminfo"), AVAILABLE).replace(" kB", "");
    Long memory = KernelFiles.number(available.strip());
    return ratio == null || memory == null ? null : memory * KIBIBYTE * ratio / PER_CENT;
  }

  private static String after(Path file, String start) {
    return KernelFiles.lines(file).stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .findFirst()
        .orElse("");
  }
}
