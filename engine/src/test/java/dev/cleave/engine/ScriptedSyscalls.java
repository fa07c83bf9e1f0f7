package dev.cleave.engine;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.InterceptedCall;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The real system calls, but for the n-th of those that move data, which goes as scripted.
 * Completions of io_uring count as calls too: what the kernel did stays done, only its word for it
 * is changed in the ring.
 */
final class ScriptedSyscalls {
  /** What becomes of the n-th call. */
  sealed interface Fault {
    /** It moves only half of what was asked, but at least one byte. */
    record Halved() implements Fault {}

    /** It moves nothing, and says so. */
    record Nothing() implements Fault {}

    /** It fails. */
    record Failed(Errno errno) implements Fault {}
  }

  private static final int EVERY = -1;
  private static final Set<String> MOVING_DATA = Set.of("pread64", "pwrite64", "copyFileRange");

  private final Set<String> scripted;
  private final int faultyCall;
  private final Fault fault;
  private int calls;

  // of the one ring that a copy by one task has
  private MemorySegment parameters = MemorySegment.NULL;
  private MemorySegment queues = MemorySegment.NULL;
  private int seen;

  private ScriptedSyscalls(Set<String> scripted, int faultyCall, Fault fault) {
    this.scripted = scripted;
    this.faultyCall = faultyCall;
    this.fault = fault;
  }

  /** Scripts every call that moves data, counted from 0. */
  static ScriptedSyscalls nth(int faultyCall, Fault fault) {
    return new ScriptedSyscalls(MOVING_DATA, faultyCall, fault);
  }

  /** Scripts the calls of one name only. */
  static ScriptedSyscalls nthOf(String call, int faultyCall, Fault fault) {
    return new ScriptedSyscalls(Set.of(call), faultyCall, fault);
  }

  /** Every call of the name goes as scripted. */
  static ScriptedSyscalls every(String call, Fault fault) {
    return new ScriptedSyscalls(Set.of(call), EVERY, fault);
  }

  Syscalls syscalls() {
    return InterceptedCall.all(this::make);
  }

  /** Whether the script's turn came. */
  boolean hasHappened() {
    return calls > Math.max(faultyCall, 0);
  }

  private synchronized @Nullable Object make(InterceptedCall call) throws Throwable {
    Object[] changed = call.arguments();
    if (scripted.contains(call.name()) && isFaulty(calls++)) {
      switch (fault) {
        case Fault.Failed(Errno errno) -> throw new SyscallException(call.name(), errno);
        case Fault.Nothing() -> {
          return 0L;
        }
        case Fault.Halved() -> changed = halved(call);
      }
    }
    Object result = call.makeWith(changed);
    watchRing(call, result);
    return result;
  }

  private boolean isFaulty(int call) {
    return call == faultyCall || faultyCall == EVERY;
  }

  private static Object[] halved(InterceptedCall call) {
    Object[] changed = call.arguments().clone();
    int count = call.is("copyFileRange") ? 4 : 2;
    changed[count] = Math.max(1, (long) changed[count] / 2);
    return changed;
  }

  private void watchRing(InterceptedCall call, @Nullable Object result) {
    switch (call.name()) {
      case "ioUringSetup" -> {
        parameters = (MemorySegment) call.arguments()[1];
        seen = 0;
      }
      case "mmap" -> {
        if ((long) call.arguments()[4] == 0 && parameters.byteSize() > 0) {
          queues = (MemorySegment) Objects.requireNonNull(result);
        }
      }
      case "ioUringEnter" -> scriptCompletions();
      default -> {}
    }
  }

  /** Offsets as in struct io_uring_params and struct io_uring_cqe. */
  private void scriptCompletions() {
    int tail = queues.get(JAVA_INT, parameters.get(JAVA_INT, 84));
    int entries = parameters.get(JAVA_INT, 4);
    for (; seen != tail; seen++) {
      if (scripted.equals(MOVING_DATA) && calls++ == faultyCall) {
        long result = parameters.get(JAVA_INT, 100) + (seen & (entries - 1)) * 16L + 8;
        queues.set(JAVA_INT, result, scriptedResult(queues.get(JAVA_INT, result)));
      }
    }
  }

  private int scriptedResult(int result) {
    return switch (fault) {
      case Fault.Failed(Errno errno) -> -errno.number();
      case Fault.Nothing() -> 0;
      case Fault.Halved() -> Math.max(1, result / 2);
    };
  }
}
