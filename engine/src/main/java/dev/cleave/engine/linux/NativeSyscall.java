package dev.cleave.engine.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;

/** libc's {@code syscall(2)}, linked once in the one shape that serves every call. */
final class NativeSyscall {
  /** Where the linker leaves errno: one segment a thread, freed with the thread. */
  private final ThreadLocal<MemorySegment> errnos =
      ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(Linker.Option.captureStateLayout()));

  private final MethodHandle syscall;

  NativeSyscall() {
    syscall = linkSyscall();
  }

  @SuppressWarnings("restricted") // the one place that links native code
  private static MethodHandle linkSyscall() {
    Linker linker = Linker.nativeLinker();
    FunctionDescriptor shape =
        FunctionDescriptor.of(
            JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow("syscall"),
        shape,
        Linker.Option.firstVariadicArg(1),
        Linker.Option.captureCallState("errno"));
  }

  /** Makes the call with as many arguments as it has, six at most; errno becomes an exception. */
  long call(CallNumber call, long... arguments) throws SyscallException {
    long[] a = arguments.length == 6 ? arguments : Arrays.copyOf(arguments, 6);
    MemorySegment errno = errnos.get();
    long result;
    try {
      result =
          (long) syscall.invokeExact(errno, (long) call.number, a[0], a[1], a[2], a[3], a[4], a[5]);
    } catch (Throwable impossible) {
      throw new AssertionError(call.call, impossible);
    }
    if (result == -1) {
      throw new SyscallException(call.call, new Errno(errno.get(JAVA_INT, 0)));
    }
    return result;
  }
}
