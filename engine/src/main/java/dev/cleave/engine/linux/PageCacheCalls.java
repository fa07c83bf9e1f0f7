package dev.cleave.engine.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** The calls that tell how much of a file is in the page cache. */
record PageCacheCalls(NativeSyscall syscall) {
  private static final int PAGE_BYTES = 4096;

  long cachestat(int fd, long offset, long length) throws SyscallException {
    try (CallMemory memory = CallMemory.open()) {
      MemorySegment range = memory.allocateFrom(JAVA_LONG, offset, length);
      MemorySegment counts = memory.allocate(JAVA_LONG, 5);
      syscall.call(CallNumber.CACHESTAT, fd, range.address(), counts.address(), 0);
      return counts.get(JAVA_LONG, 0);
    }
  }

  long residentPages(int fd, long length) throws SyscallException {
    final int protRead = 1; // asm-generic/mman-common.h
    final int mapShared = 1;
    long pages = (length + PAGE_BYTES - 1) / PAGE_BYTES;
    long mapping = syscall.call(CallNumber.MMAP, 0, length, protRead, mapShared, fd, 0);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment inCore = arena.allocate(pages);
      syscall.call(CallNumber.MINCORE, mapping, length, inCore.address());
      long resident = 0;
      for (long page = 0; page < pages; page++) {
        resident += inCore.get(JAVA_BYTE, page) & 1;
      }
      return resident;
    } finally {
      syscall.call(CallNumber.MUNMAP, mapping, length);
    }
  }
}
