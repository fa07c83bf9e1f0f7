package dev.cleave.engine.linux.uring;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One io_uring: reads and writes are put in with a tag, handed to the kernel in one call, and come
 * back as completions in any order. Used by one thread at a time.
 *
 * <p>Owns the ring's descriptor and its two mappings. The memory of a request belongs to the kernel
 * until its completion is taken: nobody may close the ring or free the buffers before.
 */
public final class Ring implements AutoCloseable {
  /** Shared with the kernel: release what is for it, acquire what is from it. */
  private static final VarHandle WORD = JAVA_INT.varHandle();

  // linux/io_uring.h and asm-generic/mman-common.h
  private static final long OFFSET_OF_QUEUES = 0;
  private static final long OFFSET_OF_ENTRIES = 0x10000000L;
  private static final int READABLE_AND_WRITABLE = 3;
  private static final int SHARED_AND_POPULATED = 0x8001;
  private static final int GET_EVENTS = 1;
  private static final int REGISTER_BUFFERS = 0;
  private static final int UNREGISTER_BUFFERS = 1;
  private static final int REGISTER_FILES = 2;
  private static final byte FIXED_FILE = 1;

  private final Syscalls syscalls;
  private final int fd;
  private final RingLayout layout;
  private final MemorySegment queues;
  private final MemorySegment entries;
  private int tail;
  private boolean hasBuffers;

  private Ring(
      Syscalls syscalls, int fd, RingLayout layout, MemorySegment queues, MemorySegment entries) {
    this.syscalls = syscalls;
    this.fd = fd;
    this.layout = layout;
    this.queues = queues;
    this.entries = entries;
    this.tail = queues.get(JAVA_INT, layout.submissionTail());
    for (int i = 0; i < layout.submissionEntries(); i++) {
      queues.set(JAVA_INT, layout.submissionArray() + (long) i * Integer.BYTES, i);
    }
  }

  /**
   * Why this process can't have a ring; null if it can. The kernel looks at permissions first and
   * at the parameters then, so that a ring without parameters tells: EFAULT is the good answer.
   */
  public static @Nullable SyscallException refusal(Syscalls syscalls) {
    try {
      syscalls.ioUringSetup(1, MemorySegment.NULL);
      return null;
    } catch (SyscallException e) {
      return e.is(Errno.EFAULT) ? null : e;
    }
  }

  /** Makes a ring for so many requests in flight. */
  public static Ring open(Syscalls syscalls, int requests) throws SyscallException {
    RingLayout layout = new RingLayout(Arena.ofAuto().allocate(RingLayout.PARAMETERS_BYTES, 8));
    int fd = syscalls.ioUringSetup(requests, layout.parameters());
    try {
      if (!layout.isRecentEnough()) {
        throw new SyscallException("io_uring_setup (a Linux before 5.6)", Errno.ENOSYS);
      }
      MemorySegment queues = map(syscalls, fd, layout.queuesBytes(), OFFSET_OF_QUEUES);
      try {
        MemorySegment entries = map(syscalls, fd, layout.entriesBytes(), OFFSET_OF_ENTRIES);
        return new Ring(syscalls, fd, layout, queues, entries);
      } catch (SyscallException e) {
        syscalls.munmap(queues);
        throw e;
      }
    } catch (SyscallException e) {
      syscalls.close(fd);
      throw e;
    }
  }

  private static MemorySegment map(Syscalls syscalls, int fd, long bytes, long offset)
      throws SyscallException {
    return syscalls.mmap(bytes, READABLE_AND_WRITABLE, SHARED_AND_POPULATED, fd, offset);
  }

  /** Requests name these files by their index from now on: spares the kernel a lookup each. */
  public void registerFiles(int... descriptors) throws SyscallException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment table = arena.allocateFrom(JAVA_INT, descriptors);
      syscalls.ioUringRegister(fd, REGISTER_FILES, table, descriptors.length);
    }
  }

  /**
   * Pins these buffers in place of those before, so that requests may name them by their index.
   * Counts against RLIMIT_MEMLOCK: ENOMEM where that is too small.
   */
  public void registerBuffers(List<MemorySegment> buffers) throws SyscallException {
    if (hasBuffers) {
      syscalls.ioUringRegister(fd, UNREGISTER_BUFFERS, MemorySegment.NULL, 0);
      hasBuffers = false;
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment vectors = arena.allocate(JAVA_LONG, 2L * buffers.size()); // struct iovec
      for (int i = 0; i < buffers.size(); i++) {
        vectors.setAtIndex(JAVA_LONG, 2L * i, buffers.get(i).address());
        vectors.setAtIndex(JAVA_LONG, 2L * i + 1, buffers.get(i).byteSize());
      }
      syscalls.ioUringRegister(fd, REGISTER_BUFFERS, vectors, buffers.size());
    }
    hasBuffers = true;
  }

  /** Puts a request in; it starts with the next {@link #submit}. */
  public void put(Request request) {
    int index = tail & (layout.submissionEntries() - 1);
    MemorySegment entry =
        entries.asSlice(index * RingLayout.SUBMISSION_BYTES, RingLayout.SUBMISSION_BYTES);
    entry.fill((byte) 0);
    request.fill(entry, FIXED_FILE);
    tail++;
    WORD.setRelease(queues, (long) layout.submissionTail(), tail);
  }

  /** Hands what was put in to the kernel, and waits until so many completions are there. */
  public void submit(int atLeast) throws SyscallException {
    int taken = (int) WORD.getAcquire(queues, (long) layout.submissionHead());
    syscalls.ioUringEnter(fd, tail - taken, atLeast, GET_EVENTS);
  }

  /** Takes a completion out; null if none is there. */
  public @Nullable Completion poll() {
    int head = queues.get(JAVA_INT, layout.completionHead());
    if (head == (int) WORD.getAcquire(queues, (long) layout.completionTail())) {
      return null;
    }
    long index = head & (layout.completionEntries() - 1);
    long at = layout.completionArray() + index * RingLayout.COMPLETION_BYTES;
    Completion completion = new Completion(queues.get(JAVA_LONG, at), queues.get(JAVA_INT, at + 8));
    WORD.setRelease(queues, (long) layout.completionHead(), head + 1);
    return completion;
  }

  @Override
  public void close() throws SyscallException {
    try {
      syscalls.munmap(entries);
      syscalls.munmap(queues);
    } finally {
      syscalls.close(fd);
    }
  }
}
