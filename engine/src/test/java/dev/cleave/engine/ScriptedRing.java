package dev.cleave.engine;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.InterceptedCall;
import dev.cleave.engine.linux.Libc;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The real system calls, but for a kernel of our own behind one ring, in memory of the test: it
 * does the reads and writes itself and answers them as scripted. A wait for what never comes ends
 * at once, as timed out.
 */
final class ScriptedRing {
  /** What becomes of one read or write. */
  enum Fate {
    DONE,
    /** Half of it is done. */
    SHORT,
    /** Nobody works on it until a worker is started. */
    WITHOUT_WORKER,
    /** It comes back only when asked back. */
    STUCK,
    /** It is not even found. */
    LOST,
    /** A worker has it, and takes 400 seconds. */
    SLOW
  }

  private static final int NOP = 0;
  private static final int ASYNC_CANCEL = 14;
  private static final int EXTENDED_ARGUMENT = 8;
  private static final int SLOW_SECONDS = 400;

  private static final int ENTRIES = 8;
  private static final int FD = 1_000_000;

  // where the parts of the memory lie, as io_uring_setup(2) answers
  private static final int SQ_HEAD = 0;
  private static final int SQ_TAIL = 4;
  private static final int CQ_HEAD = 8;
  private static final int CQ_TAIL = 12;
  private static final int CQES = 64;
  private static final int SQ_ARRAY = CQES + 2 * ENTRIES * 16;

  private final List<Fate> fates;
  private final List<Errno> errors;
  private final boolean isBackwards;
  private final MemorySegment queues = Arena.ofAuto().allocate(4096);
  private final MemorySegment entries = Arena.ofAuto().allocate(ENTRIES * 64L);
  private final List<Entry> open = new ArrayList<>();
  private int moves;
  private int enters;
  private int[] files = {};
  private int seconds;

  /** A struct io_uring_sqe, and what is to become of it. */
  private record Entry(
      int operation, int file, long offset, long address, int length, long tag, Fate fate) {}

  /**
   * @param fates of the first reads and writes, in the order of their submission; the others are
   *     done
   * @param errors of the first calls of io_uring_enter
   * @param isBackwards whether the last one submitted completes first
   */
  ScriptedRing(List<Fate> fates, List<Errno> errors, boolean isBackwards) {
    this.fates = fates;
    this.errors = errors;
    this.isBackwards = isBackwards;
  }

  Syscalls syscalls() {
    return InterceptedCall.all(
        call -> {
          Object[] arguments = call.arguments();
          if (isOfRing(arguments)) {
            return ofRing(call.name(), arguments);
          }
          if (call.is("ioUringSetup")) {
            return setUp((MemorySegment) arguments[1]);
          }
          if (call.is("mmap") && (int) arguments[3] == FD) {
            return (long) arguments[4] == 0 ? queues : entries;
          }
          if (call.is("munmap")
              && arguments[0] instanceof MemorySegment m
              && (m.equals(queues) || m.equals(entries))) {
            return null;
          }
          return call.make();
        });
  }

  /** Seconds that were waited in vain. */
  int secondsWaited() {
    return seconds;
  }

  private static boolean isOfRing(Object[] arguments) {
    return arguments.length > 0 && arguments[0].equals(FD);
  }

  private @Nullable Object ofRing(String call, Object[] arguments) throws SyscallException {
    return switch (call) {
      case "ioUringEnter" -> enter((int) arguments[1], (int) arguments[3]);
      case "ioUringRegister" -> register((int) arguments[1], (MemorySegment) arguments[2]);
      default -> null;
    };
  }

  private Object setUp(MemorySegment parameters) throws SyscallException {
    if (parameters.byteSize() == 0) {
      throw new SyscallException("io_uring_setup", Errno.EFAULT); // allowed, were there any
    }
    int[] words = new int[30];
    words[0] = ENTRIES;
    words[1] = 2 * ENTRIES;
    words[5] = 1 | 1 << 3 | 1 << 8; // features: one mapping, reads and writes, bounded waits
    words[10] = SQ_HEAD;
    words[11] = SQ_TAIL;
    words[16] = SQ_ARRAY;
    words[20] = CQ_HEAD;
    words[21] = CQ_TAIL;
    words[25] = CQES;
    MemorySegment.copy(words, 0, parameters, JAVA_INT, 0, words.length);
    return FD;
  }

  private @Nullable Object register(int operation, MemorySegment argument) throws SyscallException {
    if (operation != 2) {
      throw new SyscallException("io_uring_register", Errno.ENOMEM); // no buffers: plain requests
    }
    files = argument.toArray(JAVA_INT);
    return null;
  }

  private int enter(int submitted, int flags) throws SyscallException {
    if (enters++ < errors.size()) {
      throw new SyscallException("io_uring_enter", errors.get(enters - 1));
    }
    for (int i = 0; i < submitted; i++) {
      take();
    }
    int before = queues.get(JAVA_INT, CQ_TAIL);
    List<Entry> order = isBackwards ? List.copyOf(open).reversed() : List.copyOf(open);
    order.forEach(this::complete);
    if (queues.get(JAVA_INT, CQ_TAIL) == before) {
      if ((flags & EXTENDED_ARGUMENT) == 0) {
        throw new AssertionError("waits for ever");
      }
      seconds++;
      throw new SyscallException("io_uring_enter", Errno.ETIME);
    }
    return submitted;
  }

  private void take() {
    int head = queues.get(JAVA_INT, SQ_HEAD);
    queues.set(JAVA_INT, SQ_HEAD, head + 1);
    long at = queues.get(JAVA_INT, SQ_ARRAY + (head & (ENTRIES - 1)) * 4L) * 64L;
    int operation = entries.get(JAVA_BYTE, at);
    boolean isMove = operation != NOP && operation != ASYNC_CANCEL;
    open.add(
        new Entry(
            operation,
            entries.get(JAVA_INT, at + 4),
            entries.get(JAVA_LONG, at + 8),
            entries.get(JAVA_LONG, at + 16),
            entries.get(JAVA_INT, at + 24),
            entries.get(JAVA_LONG, at + 32),
            isMove && moves++ < fates.size() ? fates.get(moves - 1) : Fate.DONE));
  }

  private void complete(Entry entry) {
    if (entry.operation == NOP) {
      answer(entry, 0);
      open.stream().filter(e -> e.fate == Fate.WITHOUT_WORKER).toList().forEach(this::move);
    } else if (entry.operation == ASYNC_CANCEL) {
      askBack(entry);
    } else if (entry.fate == Fate.DONE
        || entry.fate == Fate.SHORT
        || (entry.fate == Fate.SLOW && seconds > SLOW_SECONDS)) {
      move(entry);
    }
  }

  private void askBack(Entry asking) {
    Entry asked =
        open.stream()
            .filter(e -> e.tag == asking.address && e.operation != ASYNC_CANCEL)
            .findFirst()
            .orElse(null);
    if (asked == null || asked.fate == Fate.LOST) {
      answer(asking, -Errno.ENOENT.number());
    } else if (asked.fate == Fate.SLOW) {
      answer(asking, -Errno.EALREADY.number());
    } else {
      answer(asking, 0);
      answer(asked, -Errno.ECANCELED.number());
    }
  }

  @SuppressWarnings("restricted") // the address that a request names
  private void move(Entry entry) {
    int length = entry.fate == Fate.SHORT ? Math.max(1, entry.length / 2) : entry.length;
    MemorySegment memory = MemorySegment.ofAddress(entry.address).reinterpret(length);
    try {
      int file = files[entry.file];
      answer(
          entry,
          (int)
              (entry.operation == 22
                  ? Libc.INSTANCE.pread64(file, memory, length, entry.offset)
                  : Libc.INSTANCE.pwrite64(file, memory, length, entry.offset)));
    } catch (SyscallException e) {
      answer(entry, -e.errno().number());
    }
  }

  private void answer(Entry entry, int result) {
    if (!open.remove(entry)) {
      return;
    }
    int tail = queues.get(JAVA_INT, CQ_TAIL);
    long at = CQES + (tail & (2 * ENTRIES - 1)) * 16L;
    queues.set(JAVA_LONG, at, entry.tag);
    queues.set(JAVA_INT, at + 8, result);
    queues.set(JAVA_INT, CQ_TAIL, tail + 1);
  }
}
