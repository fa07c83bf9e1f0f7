package dev.cleave.engine.tree;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;

/**
 * The threads that copy: platform threads, since blocking system calls pin virtual ones, named
 * {@code cleave-copy-N}, and never more than asked for.
 */
final class WorkerThreads {
  private static final long KEEP_ALIVE_SECONDS = 10;

  private WorkerThreads() {}

  static ForkJoinPool pool(int parallelism) {
    return new ForkJoinPool(
        parallelism,
        WorkerThreads::thread,
        null,
        false,
        parallelism,
        parallelism,
        0,
        // A worker that waits for a stolen half must not be replaced by a new thread: the number of
        // threads bounds the buffers. Nothing can deadlock, a stolen half is being run by its
        // thief.
        saturated -> true,
        KEEP_ALIVE_SECONDS,
        TimeUnit.SECONDS);
  }

  private static ForkJoinWorkerThread thread(ForkJoinPool pool) {
    ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
    thread.setName("cleave-copy-" + thread.getPoolIndex());
    return thread;
  }
}
