package dev.cleave.engine.linux.uring;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;

/**
 * One read or write.
 *
 * @param file index of a registered file
 * @param registeredBuffer index of the registered buffer that holds {@code memory}; -1 if none does
 * @param tag comes back in the completion
 */
public record Request(
    Kind kind, int file, MemorySegment memory, long offset, int registeredBuffer, long tag) {
  /** With the numbers of IORING_OP_…: plain, and with a registered buffer. */
  public enum Kind {
    READ(22, 4),
    WRITE(23, 5);

    private final byte plain;
    private final byte fixed;

    Kind(int plain, int fixed) {
      this.plain = (byte) plain;
      this.fixed = (byte) fixed;
    }
  }

  /** Writes itself into a {@code struct io_uring_sqe} of zeros. */
  void fill(MemorySegment entry, byte flags) {
    boolean hasBuffer = registeredBuffer >= 0;
    entry.set(JAVA_BYTE, 0, hasBuffer ? kind.fixed : kind.plain);
    entry.set(JAVA_BYTE, 1, flags);
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
