package dev.cleave.engine.linux;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** A system call that a test sees before the kernel does, and may change, answer or forget. */
public final class InterceptedCall {
  private static final Object[] NONE = {};

  private final Method method;
  private final Object[] arguments;

  /** What becomes of the calls, each in the thread that makes it. */
  @FunctionalInterface
  public interface Interceptor {
    /** Returns what the call shall return; what it throws the call shall throw. */
    @Nullable Object on(InterceptedCall call) throws Throwable;
  }

  private InterceptedCall(Method method, Object @Nullable [] arguments) {
    this.method = method;
    this.arguments = arguments == null ? NONE : arguments;
  }

  /** The real system calls, but each as the interceptor will have it. */
  public static Syscalls all(Interceptor interceptor) {
    Class<?>[] faces = {Syscalls.class};
    return (Syscalls)
        Proxy.newProxyInstance(
            Syscalls.class.getClassLoader(),
            faces,
            (proxy, method, arguments) -> interceptor.on(new InterceptedCall(method, arguments)));
  }

  /** The name that the call has in {@link Syscalls}. */
  public String name() {
    return method.getName();
  }

  public boolean is(String name) {
    return name().equals(name);
  }

  /** Not to be written to. */
  public Object[] arguments() {
    return arguments;
  }

  /** Makes the call. */
  public @Nullable Object make() throws Throwable {
    return makeWith(arguments);
  }

  /** Makes the call with other arguments. */
  public @Nullable Object makeWith(Object[] changed) throws Throwable {
    try {
      return method.invoke(Libc.INSTANCE, changed);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }
}
