package dev.cleave.engine.linux.uring;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One io_uring: reads and writes are put in with a tag, handed to the kernel in one call, and come
 * back as completions in any order. Used by one thread at a time.
 *
 * <p>Owns the ring's descriptor and its two mappings. The memory of a request belongs to the kernel
 * until its completion is taken, even if the ring is closed before.
 */
public final class Ring implements AutoCloseable {
  // linux/io_uring.h and asm-generic/mman-common.h
  private static final long OFFSET_OF_QUEUES = 0;
  private static final long OFFSET_OF_ENTRIES = 0x10000000L;
  private static final int READABLE_AND_WRITABLE = 3;
  private static final int SHARED_AND_POPULATED = 0x8001;
  private static final int GET_EVENTS = 1;
  private static final int EXTENDED_ARGUMENT = 8;
  private static final int REGISTER_BUFFERS = 0;
  private static final int UNREGISTER_BUFFERS = 1;
  private static final int REGISTER_FILES = 2;
  private static final int UNREGISTER_FILES = 3;

  private static final long SECONDS_TO_WAIT = 1;

  private final Syscalls syscalls;
  private final int fd;
  private final RingQueues queues;
  private final MemorySegment bound;
  private boolean hasBuffers;
  private boolean hasFiles;

  private Ring(Syscalls syscalls, int fd, RingQueues queues, MemorySegment bound) {
    this.syscalls = syscalls;
    this.fd = fd;
    this.queues = queues;
    this.bound = bound;
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
        MemorySegment bound = layout.canWaitWithBound() ? bound() : MemorySegment.NULL;
        return new Ring(syscalls, fd, new RingQueues(layout, queues, entries), bound);
      } catch (SyscallException e) {
        syscalls.munmap(queues);
        throw e;
      }
    } catch (SyscallException e) {
      syscalls.close(fd);
      throw e;
    }
  }

  /** A {@code struct io_uring_getevents_arg}, and behind it the timespec that it points to. */
  private static MemorySegment bound() {
    MemorySegment both = Arena.ofAuto().allocate(JAVA_LONG, 5);
    MemorySegment timespec = both.asSlice(3L * Long.BYTES);
    timespec.set(JAVA_LONG, 0, SECONDS_TO_WAIT);
    both.setAtIndex(JAVA_LONG, 2, timespec.address());
    return both.asSlice(0, 3L * Long.BYTES);
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
    hasFiles = true;
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

  /** Whether one more request can be put in before the next {@link #submitAndWait}. */
  public boolean hasRoom() {
    return queues.hasRoom();
  }

  /** Puts a request in; it starts with the next {@link #submitAndWait}. */
  public void put(Request request) {
    queues.put(request);
  }

  /**
   * Hands what was put in to the kernel and waits until a completion is there, a second at most;
   * without a bound before Linux 5.11.
   *
   * @return false if that second has passed
   */
  public boolean submitAndWait() throws SyscallException {
    int flags = bound.byteSize() == 0 ? GET_EVENTS : GET_EVENTS | EXTENDED_ARGUMENT;
    try {
      syscalls.ioUringEnter(fd, queues.waiting(), 1, flags, bound);
      return true;
    } catch (SyscallException e) {
      if (e.is(Errno.ETIME)) {
        return false;
      }
      throw e;
    }
  }

  /** Takes a completion out; null if none is there. */
  public @Nullable Completion poll() {
    return queues.poll();
  }

  @Override
  public void close() throws SyscallException {
    try {
      letGoOfFiles();
      for (MemorySegment mapping : queues.mappings()) {
        syscalls.munmap(mapping);
      }
    } finally {
      syscalls.close(fd);
    }
  }

  /** The kernel would do so some time after the ring is closed, and free their blocks as late. */
  private void letGoOfFiles() {
    if (hasFiles) {
      try {
        syscalls.ioUringRegister(fd, UNREGISTER_FILES, MemorySegment.NULL, 0);
      } catch (SyscallException stillInUse) {
        // then it is done late
      }
    }
  }
}
