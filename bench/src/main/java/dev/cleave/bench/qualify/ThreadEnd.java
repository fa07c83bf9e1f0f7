package dev.cleave.bench.qualify;

/** The end of a thread that uses what its starter owns, and so must be waited for in any case. */
final class ThreadEnd {
  private ThreadEnd() {}

  /** Waits even if interrupted, and leaves the interruption to who looks for it afterwards. */
  static void await(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
