package dev.cleave.engine.io;

import java.lang.foreign.MemorySegment;

/**
 * One of the requests that a queue keeps in flight: used again and again, so that nothing is
 * allocated while the clock runs. A {@link RequestSource} says what it does next.
 */
public final class BlockRequest {
  private final int index;
  private final MemorySegment buffer;
  private boolean write;
  private long offset;
  long startNanos;

  BlockRequest(int index, MemorySegment buffer) {
    this.index = index;
    this.buffer = buffer;
  }

  /** From 0 to the queue depth - 1. */
  public int index() {
    return index;
  }

  /** As long as the block; its content is what is written, or was read. */
  public MemorySegment buffer() {
    return buffer;
  }

  public boolean isWrite() {
    return write;
  }

  public long offset() {
    return offset;
  }

  /** Next it reads the block there. */
  public void toRead(long at) {
    write = false;
    offset = at;
  }

  /** Next it writes its buffer there. */
  public void toWrite(long at) {
    write = true;
    offset = at;
  }

  /** Its latency counts from then, which may be long ago: when it should have begun. */
  public void startedAt(long nanos) {
    startNanos = nanos;
  }
}
