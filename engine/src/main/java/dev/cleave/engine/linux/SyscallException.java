package dev.cleave.engine.linux;

import java.io.IOException;

/**
 * A system call that failed; says which one and why, but not on what: the caller knows the path.
 */
public final class SyscallException extends IOException {
  private static final long serialVersionUID = 1;

  private final String call;
  private final transient Errno errno;

  public SyscallException(String call, Errno errno) {
    super(call + ": " + errno.text() + " (" + errno.name() + ")");
    this.call = call;
    this.errno = errno;
  }

  public String call() {
    return call;
  }

  public Errno errno() {
    return errno;
  }

  public boolean is(Errno... any) {
    for (Errno one : any) {
      if (one.equals(errno)) {
        return true;
      }
    }
    return false;
  }
}
