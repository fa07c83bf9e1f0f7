package dev.cleave.engine.linux.uring;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;

/** What is put into a ring; operations are IORING_OP_… and flags IOSQE_… of linux/io_uring.h. */
public sealed interface Request {
  /** Comes back in the completion. */
  long tag();

  /** Writes itself into a {@code struct io_uring_sqe} of zeros. */
  void fill(MemorySegment entry);

  /** Which way bytes move. */
  enum Direction {
    READ(22, 4),
    WRITE(23, 5);

    private final byte plain;
    private final byte fixed;

    Direction(int plain, int fixed) {
      this.plain = (byte) plain;
      this.fixed = (byte) fixed;
    }
  }

  /**
   * One read or write.
   *
   * @param file index of a registered file
   * @param registeredBuffer index of the registered buffer that holds {@code memory}; -1 if none
   */
  record Move(
      Direction direction,
      int file,
      MemorySegment memory,
      long offset,
      int registeredBuffer,
      long tag)
      implements Request {
    private static final byte FIXED_FILE = 1;

    @Override
    public void fill(MemorySegment entry) {
      boolean hasBuffer = registeredBuffer >= 0;
      entry.set(JAVA_BYTE, 0, hasBuffer ? direction.fixed : direction.plain);
      entry.set(JAVA_BYTE, 1, FIXED_FILE);
      entry.set(JAVA_INT, 4, file);
      entry.set(JAVA_LONG, 8, offset);
      entry.set(JAVA_LONG, 16, memory.address());
      entry.set(JAVA_INT, 24, (int) memory.byteSize());
      entry.set(JAVA_LONG, 32, tag);
      if (hasBuffer) {
        entry.set(JAVA_SHORT, 40, (short) registeredBuffer);
      }
    }
  }

  /**
   * Asks for another request back. Answered by 0 if it comes back at once, as ECANCELED; by
   * EALREADY if it is at work; by ENOENT if it isn't found, which it isn't either while it waits
   * for a page.
   *
   * @param target the tag of the other one
   */
  record Cancel(long target, long tag) implements Request {
    private static final byte ASYNC_CANCEL = 14;

    @Override
    public void fill(MemorySegment entry) {
      entry.set(JAVA_BYTE, 0, ASYNC_CANCEL);
      entry.set(JAVA_LONG, 16, target);
      entry.set(JAVA_LONG, 32, tag);
    }
  }

  /** Does nothing, in a worker thread of the kernel: so there has to be one. */
  record Nudge(long tag) implements Request {
    private static final byte FORCE_ASYNC = 1 << 4;

    @Override
    public void fill(MemorySegment entry) {
      entry.set(JAVA_BYTE, 1, FORCE_ASYNC); // the operation is IORING_OP_NOP, 0
      entry.set(JAVA_LONG, 32, tag);
    }
  }
}
