package dev.cleave.engine.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;

/**
 * libc's {@code syscall(2)}, linked once in the one shape that serves every call. By arity rather
 * than with an array: a tree of small files makes eleven calls a file.
 */
final class NativeSyscall {
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

  long call(CallNumber call, long first) throws SyscallException {
    return call(call, first, 0, 0, 0, 0, 0);
  }

  long call(CallNumber call, long first, long second) throws SyscallException {
    return call(call, first, second, 0, 0, 0, 0);
  }

  long call(CallNumber call, long first, long second, long third) throws SyscallException {
    return call(call, first, second, third, 0, 0, 0);
  }

  long call(CallNumber call, long first, long second, long third, long fourth)
      throws SyscallException {
    return call(call, first, second, third, fourth, 0, 0);
  }

  long call(CallNumber call, long first, long second, long third, long fourth, long fifth)
      throws SyscallException {
    return call(call, first, second, third, fourth, fifth, 0);
  }

  /** Makes the call; errno becomes an exception. */
  long call(
      CallNumber call, long first, long second, long third, long fourth, long fifth, long sixth)
      throws SyscallException {
    CallMemory memory = CallMemory.ofThread();
    long result;
    try {
      result =
          (long)
              syscall.invokeExact(
                  memory.state(), (long) call.number, first, second, third, fourth, fifth, sixth);
    } catch (Throwable impossible) {
      throw new AssertionError(call.call, impossible);
    }
    if (result == -1) {
      throw new SyscallException(call.call, new Errno(memory.state().get(JAVA_INT, 0)));
    }
    return result;
  }
}
