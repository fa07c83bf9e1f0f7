package dev.cleave.engine.backend;

import dev.cleave.engine.ByteRange;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.uring.Completion;
import dev.cleave.engine.linux.uring.Ring;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * One range through one ring. Each slot takes the next chunk, reads it, writes it, and takes
 * another, so that reads and writes of different chunks overlap.
 *
 * <p>However it ends, the kernel has no buffer any more that another task could borrow: what didn't
 * come back keeps its memory.
 */
final class RingTransfer {
  /** Buffers that are filled fewer times are not worth pinning. */
  private static final long REGISTER_FROM_USES = 4;

  private final Ring ring;
  private final InFlight inFlight;
  private final FilePair files;
  private final CopyTask task;
  private final ByteRange range;
  private final long unitBytes;
  private final List<RingSlot> slots = new ArrayList<>();
  private long next;
  private boolean isStopped;
  private boolean hasRegisteredBuffers;

  /**
   * @param files as they are read and written where the ring can't
   * @param unitBytes what offsets and lengths of requests have to be multiples of, but for the end
   *     of the range
   */
  RingTransfer(
      Ring ring, FilePair files, CopyPlan plan, long unitBytes, ByteRange range, CopyTask task) {
    this.ring = ring;
    this.inFlight = new InFlight(ring);
    this.files = files;
    this.task = task;
    this.range = range;
    this.unitBytes = unitBytes;
    this.next = range.offset();
    long chunkBytes = plan.chunkBytes() - plan.chunkBytes() % unitBytes;
    long chunks = (range.length() + chunkBytes - 1) / chunkBytes;
    for (int i = 0; i < Math.min(plan.queueDepth(), chunks); i++) {
      MemorySegment buffer = MemorySegment.ofBuffer(task.buffer(i).clear());
      slots.add(new RingSlot(this, i, buffer.asSlice(0, chunkBytes)));
    }
  }

  void run() throws IOException {
    registerBuffers();
    try {
      slots.forEach(RingSlot::takeNextChunk);
      while (!inFlight.isEmpty()) {
        takeCompletion();
      }
    } finally {
      if (!inFlight.settle()) {
        task.giveUpBuffers();
      }
    }
    if (next < range.end()) {
      calls().copy(new ByteRange(next, range.end() - next), task);
    }
  }

  /** An optional gain: RLIMIT_MEMLOCK is 8 MiB for most users, and registering costs a pass. */
  private void registerBuffers() {
    long worthIt = REGISTER_FROM_USES * slots.stream().mapToLong(s -> s.buffer().byteSize()).sum();
    if (range.length() < worthIt) {
      return;
    }
    try {
      ring.registerBuffers(slots.stream().map(RingSlot::buffer).toList());
      hasRegisteredBuffers = true;
    } catch (SyscallException e) {
      hasRegisteredBuffers = false; // the same requests, with the buffer looked up each time
    }
  }

  private void takeCompletion() throws IOException {
    Completion done = inFlight.poll();
    if (done != null) {
      slots.get((int) done.tag()).completed(done);
      return;
    }
    task.advanced(0); // looks whether the copy was cancelled
    try {
      inFlight.await();
    } catch (SyscallException e) {
      throw slots.get(inFlight.first()).failed(e);
    }
  }

  /** Where a slot's next chunk starts, of which there are {@link #left} at most. */
  long next() {
    return next;
  }

  /** Bytes that nobody has taken yet; 0 as well once the ring is not used any more. */
  long left() {
    return isStopped ? 0 : range.end() - next;
  }

  void take(long bytes) {
    next += bytes;
  }

  /** What is in flight comes back, and the rest of the range is copied by calls. */
  void stop(long offset, String why) {
    isStopped = true;
    task.fellBack(offset, why);
  }

  InFlight inFlight() {
    return inFlight;
  }

  FilePair files() {
    return files;
  }

  CopyTask task() {
    return task;
  }

  long unitBytes() {
    return unitBytes;
  }

  boolean hasRegisteredBuffers() {
    return hasRegisteredBuffers;
  }

  PositionalTransfer calls() {
    return new PositionalTransfer(files);
  }
}
