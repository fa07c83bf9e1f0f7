package dev.cleave.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Looks every few milliseconds how much memory a process and its children have taken at their
 * highest (VmHWM, proc(5)), each for itself. What grows after the last look isn't seen. What wait4
 * tells of a child's peak is of no use: it begins with that of whoever started it, a whole JVM.
 */
final class MemoryWatch implements AutoCloseable {
  private static final Path PROC = Path.of("/proc");
  private static final long MILLIS_BETWEEN = 5;
  private static final long KIBIBYTE = 1024;
  private static final String PEAK = "VmHWM:";

  private final long process;
  private final Map<Long, Long> peaks = new HashMap<>();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("cleave-memory-watch").factory());

  private MemoryWatch(long process) {
    this.process = process;
  }

  static MemoryWatch of(Process process) {
    MemoryWatch watch = new MemoryWatch(process.pid());
    watch.thread.execute(watch::watch);
    return watch;
  }

  private void watch() {
    try {
      while (true) {
        look(process);
        Thread.sleep(MILLIS_BETWEEN);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(long pid) {
    Long peak = peakBytes(pid);
    if (peak != null) {
      peaks.merge(pid, peak, Math::max);
      for (String child : read(childrenOf(pid)).split("\\s+", -1)) {
        if (!child.isEmpty()) {
          look(Long.parseLong(child));
        }
      }
    }
  }

  private static Path childrenOf(long pid) {
    return PROC.resolve(pid + "/task/" + pid + "/children");
  }

  private static @Nullable Long peakBytes(long pid) {
    return read(PROC.resolve(pid + "/status"))
        .lines()
        .filter(line -> line.startsWith(PEAK))
        .map(line -> line.substring(PEAK.length()).replace("kB", "").strip())
        .map(kibibytes -> Long.valueOf(Long.parseLong(kibibytes) * KIBIBYTE))
        .findFirst()
        .orElse(null);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException gone) {
      return "";
    }
  }

  /** Of all of them together, once closed; null if none was seen. */
  @Nullable Long peakBytes() {
    return peaks.isEmpty() ? null : Long.valueOf(peaks.values().stream().mapToLong(it -> it).sum());
  }

  @Override
  public void close() {
    thread.shutdownNow();
    thread.close(); // waits
  }
}
