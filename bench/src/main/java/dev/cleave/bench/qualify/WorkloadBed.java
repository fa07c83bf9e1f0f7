package dev.cleave.bench.qualify;

import dev.cleave.bench.trial.Room;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.Cancellation;
import dev.cleave.engine.io.BlockRequest;
import dev.cleave.engine.io.DeviceFile;
import dev.cleave.engine.io.RequestQueue;
import dev.cleave.engine.io.RequestSource;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Where workloads run, and within which bounds.
 *
 * @param directory private, on the device
 * @param plans of a copy by profile
 */
record WorkloadBed(
    Path directory,
    WriteBudget budget,
    long seed,
    Cancellation cancellation,
    Supplier<CopyChoice> plans) {
  private static final int LAYOUT_BYTES = (int) ByteSize.MIB;
  private static final int LAYOUT_DEPTH = 8;

  /** Whether the run is to end. */
  boolean isOver() {
    return cancellation.isCancelled();
  }

  void requireRoom(long bytes) throws IOException {
    long usable = Room.usableBytes(directory);
    if (bytes > usable) {
      throw new WorkloadException(
          "too little room: "
              + new ByteSize(bytes)
              + " are needed, and "
              + new ByteSize(usable)
              + " may be used; ask for a smaller file-size");
    }
  }

  /** A new file without content; one of that name before is gone. */
  DeviceFile empty(String name, long bytes) throws IOException {
    Path path = directory.resolve(name);
    Files.deleteIfExists(path);
    requireRoom(bytes);
    return DeviceFile.create(path, bytes);
  }

  /** A new file of so much that can't be compressed, on the device; it counts as written. */
  DeviceFile laidOut(String name, long bytes) throws IOException {
    long whole = (bytes + LAYOUT_BYTES - 1) / LAYOUT_BYTES * LAYOUT_BYTES;
    budget.require(whole);
    DeviceFile file = empty(name, whole);
    try {
      try (RequestQueue queue = RequestQueue.of(file, LAYOUT_BYTES, LAYOUT_DEPTH)) {
        fill(queue);
        queue.run(new Layout(whole));
      }
      file.dropCache();
      return file;
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** Fills the buffers of a queue with what can't be compressed. */
  void fill(RequestQueue queue) {
    SplittableRandom random = new SplittableRandom(seed);
    for (BlockRequest request : queue.requests()) {
      byte[] content = new byte[(int) request.buffer().byteSize()];
      random.nextBytes(content);
      MemorySegment.copy(MemorySegment.ofArray(content), 0, request.buffer(), 0, content.length);
    }
  }

  /** Writes a file from its start to its end. */
  private final class Layout implements RequestSource {
    private final long bytes;
    private long next;

    Layout(long bytes) {
      this.bytes = bytes;
    }

    @Override
    public boolean next(BlockRequest request) {
      if (next >= bytes || isOver()) {
        return false;
      }
      BlockLoad.mark(request, next);
      request.toWrite(next);
      next += request.buffer().byteSize();
      return true;
    }

    @Override
    public void done(BlockRequest request, long startNanos, long endNanos) {}
  }
}
