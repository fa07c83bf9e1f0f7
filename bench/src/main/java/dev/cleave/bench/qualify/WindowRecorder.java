package dev.cleave.bench.qualify;

import dev.cleave.bench.trial.ProcessorWait;
import dev.cleave.tuner.qualify.Window;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts operations into windows as they end. For one thread at a time.
 *
 * <p>A window ends with the first operation behind its time. One in which the device stood still is
 * several windows long, and counts as so many, so that their mean is that of the time.
 */
final class WindowRecorder {
  private static final double NANOS = 1e9;

  private final double windowSeconds;
  private final long zeroNanos;
  private final ProcessorWait wait;
  private final List<Window> windows = new ArrayList<>();
  private final Latencies latencies = new Latencies();
  private long startNanos;
  private @Nullable Double waitedBefore;
  private long bytes;
  private long bytesWritten;
  private long operations;

  WindowRecorder(double windowSeconds, long zeroNanos, ProcessorWait wait) {
    this.windowSeconds = windowSeconds;
    this.zeroNanos = zeroNanos;
    this.wait = wait;
    this.startNanos = zeroNanos;
    this.waitedBefore = wait.seconds();
  }

  void ended(long endNanos, long moved, long written, long latencyNanos) {
    bytes += moved;
    bytesWritten += written;
    operations++;
    latencies.record(latencyNanos);
    if (endNanos - startNanos >= windowSeconds * NANOS) {
      close(endNanos);
    }
  }

  /** What is in the window that never filled is dropped, unless it is most of one. */
  List<Window> finish(long endNanos) {
    if (operations > 0 && endNanos - startNanos >= 0.9 * windowSeconds * NANOS) {
      close(endNanos);
    }
    return List.copyOf(windows);
  }

  private void close(long endNanos) {
    double start = (startNanos - zeroNanos) / NANOS;
    double seconds = (endNanos - startNanos) / NANOS;
    int count = Math.max(1, (int) Math.round(seconds / windowSeconds));
    Double waited = wait.seconds();
    Double before = waitedBefore;
    Double each =
        waited == null || before == null
            ? null
            : Double.valueOf(Math.max(0, waited - before) / count);
    waitedBefore = waited;
    for (int i = 0; i < count; i++) {
      windows.add(
          new Window(
              start + seconds * i / count,
              seconds / count,
              part(bytes, i, count),
              part(bytesWritten, i, count),
              part(operations, i, count),
              i + 1 == count ? latencies.encoded() : "",
              each));
    }
    latencies.clear();
    startNanos = endNanos;
    bytes = 0;
    bytesWritten = 0;
    operations = 0;
  }

  /** Equal parts whose sum is the whole. */
  private static long part(long whole, int index, int count) {
    return whole * (index + 1) / count - whole * index / count;
  }
}
