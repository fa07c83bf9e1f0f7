package dev.cleave.engine.linux;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/**
 * Does things as a user without privileges. For the kernel a user belongs to a thread; it is libc
 * that keeps the threads of a process alike, and {@code syscall(2)} goes around that.
 */
public final class PlainUser {
  public static final int ID = 65534; // nobody, everywhere

  private static final boolean ARM64 = System.getProperty("os.arch").equals("aarch64");
  private static final int SETGROUPS = ARM64 ? 159 : 116;
  private static final int SETRESUID = ARM64 ? 147 : 117;
  private static final int SETRESGID = ARM64 ? 149 : 119;

  private PlainUser() {}

  /** Calls it in a thread of that user, which ends with it. Needs root. */
  public static <T> T call(Callable<T> task) throws Exception {
    FutureTask<T> asUser =
        new FutureTask<>(
            () -> {
              drop();
              return task.call();
            });
    Thread thread = new Thread(asUser, "plain user");
    thread.start();
    thread.join();
    return asUser.get();
  }

  private static void drop() throws SyscallException {
    set(SETGROUPS, 0, 0, 0);
    set(SETRESGID, ID, ID, ID);
    set(SETRESUID, ID, ID, ID);
  }

  @SuppressWarnings("restricted") // the engine itself never changes its user
  private static void set(int call, long first, long second, long third) throws SyscallException {
    Linker linker = Linker.nativeLinker();
    FunctionDescriptor shape =
        FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    MethodHandle syscall =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("syscall"),
            shape,
            Linker.Option.firstVariadicArg(1));
    try {
      if ((long) syscall.invokeExact((long) call, first, second, third) != 0) {
        throw new SyscallException("setresuid", Errno.EPERM);
      }
    } catch (SyscallException e) {
      throw e;
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
  }
}
