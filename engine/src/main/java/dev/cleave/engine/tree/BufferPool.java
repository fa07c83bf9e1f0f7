package dev.cleave.engine.tree;

import dev.cleave.engine.ByteSize;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Direct buffers that leaves borrow, never more of them than the limit allows: those in use and
 * those that wait to be used again together. Files of another size class may want other sizes; then
 * buffers that wait give up their memory.
 */
final class BufferPool implements AutoCloseable {
  /** Page-aligned, as O_DIRECT and io_uring's registered buffers want it. */
  private static final long ALIGNMENT_BYTES = 4 * ByteSize.KIB;

  private final long limitBytes;
  private final Deque<Buffer> idle = new ArrayDeque<>();
  private final IdentityHashMap<ByteBuffer, Buffer> lent = new IdentityHashMap<>();
  private long allocatedBytes;

  /** Memory with an arena of its own, so that it can be given up by itself. */
  private static final class Buffer {
    private final Arena arena = Arena.ofShared();
    private final ByteBuffer bytes;

    Buffer(long bytes) {
      this.bytes = arena.allocate(bytes, ALIGNMENT_BYTES).asByteBuffer();
    }

    void free() {
      arena.close();
    }
  }

  BufferPool(long limitBytes) {
    this.limitBytes = limitBytes;
  }

  /**
   * A buffer of exactly that capacity; any thread may give it back.
   *
   * @throws IllegalStateException if those in use leave no room for it: the plan was not fitted
   */
  synchronized ByteBuffer borrow(long bytes) {
    Buffer buffer = takeIdle(bytes);
    if (buffer == null) {
      makeRoom(bytes);
      buffer = new Buffer(bytes);
      allocatedBytes += bytes;
    }
    lent.put(buffer.bytes, buffer);
    return buffer.bytes;
  }

  private @Nullable Buffer takeIdle(long bytes) {
    for (Iterator<Buffer> each = idle.iterator(); each.hasNext(); ) {
      Buffer buffer = each.next();
      if (buffer.bytes.capacity() == bytes) {
        each.remove();
        return buffer;
      }
    }
    return null;
  }

  private void makeRoom(long bytes) {
    while (allocatedBytes > limitBytes - bytes) {
      Buffer unused = idle.poll();
      if (unused == null) {
        throw new IllegalStateException(
            "buffers of " + allocatedBytes + " bytes are in use, no room for " + bytes + " more");
      }
      allocatedBytes -= unused.bytes.capacity();
      unused.free();
    }
  }

  synchronized void giveBack(ByteBuffer bytes) {
    Buffer buffer = returned(bytes);
    bytes.clear();
    idle.push(buffer);
  }

  /** Forgets a buffer that the kernel may still write into: its memory is never freed. */
  synchronized void giveUp(ByteBuffer bytes) {
    allocatedBytes -= returned(bytes).bytes.capacity();
  }

  private Buffer returned(ByteBuffer bytes) {
    Buffer buffer = lent.remove(bytes);
    if (buffer == null) {
      throw new IllegalArgumentException("not a buffer of this pool");
    }
    return buffer;
  }

  /** Bytes of all buffers, in use or not, without those given up. */
  synchronized long allocatedBytes() {
    return allocatedBytes;
  }

  /** Must not be called while a buffer is in use. */
  @Override
  public synchronized void close() {
    idle.forEach(Buffer::free);
    lent.values().forEach(Buffer::free);
    idle.clear();
    lent.clear();
    allocatedBytes = 0;
  }
}
