package dev.cleave.bench.trial;

import dev.cleave.engine.ByteSize;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast memory can be copied with all processors at it: a copy of a file that is faster can't
 * have moved its bytes. It takes 64 MiB for each of at most eight threads.
 */
public final class MemoryBandwidth {
  private static final int BUFFER_BYTES = (int) (32 * ByteSize.MIB);
  private static final int MOST_THREADS = 8;
  private static final int PASSES = 4;
  private static final double NANOS = 1e9;

  private MemoryBandwidth() {}

  /** Bytes per second, of the best of a few passes: what is too high here refuses nothing true. */
  public static double bytesPerSecond() throws InterruptedIOException {
    try {
      return best();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted = new InterruptedIOException("interrupted");
      interrupted.initCause(e);
      throw interrupted;
    }
  }

  private static double best() throws InterruptedException {
    int threads = Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS);
    List<ByteBuffer> from = buffers(threads);
    List<ByteBuffer> to = buffers(threads);
    double best = 0;
    for (int pass = 0; pass < PASSES; pass++) {
      double seconds = copySeconds(from, to);
      best = Math.max(best, (double) threads * BUFFER_BYTES / seconds);
    }
    return best;
  }

  private static List<ByteBuffer> buffers(int count) {
    List<ByteBuffer> buffers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      buffers.add(ByteBuffer.allocateDirect(BUFFER_BYTES));
    }
    return buffers;
  }

  private static double copySeconds(List<ByteBuffer> from, List<ByteBuffer> to)
      throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < from.size(); i++) {
      ByteBuffer source = from.get(i);
      ByteBuffer target = to.get(i);
      threads.add(
          Thread.ofPlatform()
              .name("cleave-memory-" + i)
              .start(() -> target.put(0, source, 0, BUFFER_BYTES)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return (System.nanoTime() - start) / NANOS;
  }
}
