package dev.cleave.engine.tree;

import dev.cleave.engine.ByteSize;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Direct buffers that leaves borrow. As many exist of a size as were ever in use at once, which the
 * number of workers bounds; closing the pool gives their memory back.
 */
final class BufferPool implements AutoCloseable {
  /** Page-aligned, as O_DIRECT and io_uring's registered buffers want it. */
  private static final long ALIGNMENT_BYTES = 4 * ByteSize.KIB;

  private final Arena arena = Arena.ofShared();
  private final Map<Long, Deque<ByteBuffer>> free = new HashMap<>();

  /** A buffer of exactly that capacity; any thread may give it back. */
  synchronized ByteBuffer borrow(long bytes) {
    ByteBuffer buffer = ofSize(bytes).poll();
    return buffer == null ? arena.allocate(bytes, ALIGNMENT_BYTES).asByteBuffer() : buffer;
  }

  synchronized void giveBack(ByteBuffer buffer) {
    ofSize(buffer.capacity()).push(buffer.clear());
  }

  private Deque<ByteBuffer> ofSize(long bytes) {
    return free.computeIfAbsent(bytes, size -> new ArrayDeque<>());
  }

  /** Must not be called while a buffer is in use. */
  @Override
  public void close() {
    arena.close();
  }
}
