package dev.cleave.engine.backend;

import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.SyscallException;
import java.util.concurrent.locks.LockSupport;

/**
 * Which failed calls are made once more: interrupted ones always, EAGAIN a bounded number of times.
 * A regular file has no reason to say EAGAIN; file systems in user space do.
 */
final class Retry {
  private static final int MOST_ATTEMPTS = 1000;
  private static final long PAUSE_NANOS = 100_000;

  private Retry() {}

  /**
   * @param attempt of the same call, from 0 on
   */
  static boolean isDue(Errno errno, int attempt) {
    if (errno.equals(Errno.EAGAIN) && attempt < MOST_ATTEMPTS) {
      LockSupport.parkNanos(PAUSE_NANOS);
      return true;
    }
    return errno.equals(Errno.EINTR);
  }

  static boolean isDue(SyscallException failed, int attempt) {
    return isDue(failed.errno(), attempt);
  }
}
