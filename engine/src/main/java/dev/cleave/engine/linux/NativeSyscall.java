package dev.cleave.engine.linux;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * libc's {@code syscall(2)}, linked once in the one shape that serves every call.
 *
 * <p>The handle is a constant, so that even the first compiler sees through it.
 */
final class NativeSyscall {
  private static final MethodHandle SYSCALL = link();

  private NativeSyscall() {}

  @SuppressWarnings("restricted") // the one place that links native code
  private static MethodHandle link() {
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

  /** The memory that takes errno, an int at its start. */
  static MemoryLayout stateLayout() {
    return Linker.Option.captureStateLayout();
  }

  /** Returns -1 if the call fails; then the state has errno. */
  static long call(
      MemorySegment state,
      long number,
      long first,
      long second,
      long third,
      long fourth,
      long fifth,
      long sixth) {
    try {
      return (long) SYSCALL.invokeExact(state, number, first, second, third, fourth, fifth, sixth);
    } catch (Throwable impossible) {
      throw new AssertionError("system call " + number, impossible);
    }
  }
}
