package dev.cleave.engine.linux;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.ArrayList;
import java.util.List;

/**
 * One thread's memory for the arguments of a system call, used again for the next: an arena for
 * each call would cost as much as a short call does. What it hands out holds anything.
 */
final class CallMemory implements SegmentAllocator, AutoCloseable {
  /** Two paths of PATH_MAX and a structure; what is longer gets memory of its own. */
  private static final long BYTES = 10 * 1024;

  private static final ThreadLocal<CallMemory> OF_THREAD = ThreadLocal.withInitial(CallMemory::new);

  private final MemorySegment state = Arena.ofAuto().allocate(Linker.Option.captureStateLayout());
  private final MemorySegment all = Arena.ofAuto().allocate(BYTES, Long.BYTES);
  private final List<MemorySegment> large = new ArrayList<>(0);
  private long used;

  private CallMemory() {}

  /** This thread's, until it is closed: for one call at a time. */
  static CallMemory open() {
    return ofThread();
  }

  static CallMemory ofThread() {
    return OF_THREAD.get();
  }

  /** Where the linker leaves errno. */
  MemorySegment state() {
    return state;
  }

  @Override
  public MemorySegment allocate(long bytes, long alignment) {
    long start = (used + alignment - 1) & -alignment;
    if (start + bytes > BYTES) {
      MemorySegment own = Arena.ofAuto().allocate(bytes, alignment);
      large.add(own); // the call has its address only, which keeps nothing alive
      return own;
    }
    used = start + bytes;
    return all.asSlice(start, bytes, alignment);
  }

  @Override
  public void close() {
    used = 0;
    large.clear();
  }
}
