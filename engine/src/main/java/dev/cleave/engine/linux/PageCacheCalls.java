package dev.cleave.engine.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** The calls that tell how much of a file is in the page cache. */
final class PageCacheCalls {
  private static final int PAGE_BYTES = 4096;

  private PageCacheCalls() {}

  static long cachestat(int fd, long offset, long length) throws SyscallException {
    SystemCall call = SystemCall.begin();
    long counts = call.room(5 * Long.BYTES);
    call.make(CallNumber.CACHESTAT, fd, call.longs(offset, length), counts, 0);
    return call.longAt(counts);
  }

  static long residentPages(int fd, long length) throws SyscallException {
    final int protRead = 1; // asm-generic/mman-common.h
    final int mapShared = 1;
    long pages = (length + PAGE_BYTES - 1) / PAGE_BYTES;
    long mapping = SystemCall.begin().make(CallNumber.MMAP, 0, length, protRead, mapShared, fd, 0);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment inCore = arena.allocate(pages);
      SystemCall.begin().make(CallNumber.MINCORE, mapping, length, inCore.address());
      long resident = 0;
      for (long page = 0; page < pages; page++) {
        resident += inCore.get(JAVA_BYTE, page) & 1;
      }
      return resident;
    } finally {
      SystemCall.begin().make(CallNumber.MUNMAP, mapping, length);
    }
  }
}
