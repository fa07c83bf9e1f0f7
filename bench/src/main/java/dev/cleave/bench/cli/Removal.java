package dev.cleave.bench.cli;

import dev.cleave.bench.trial.PrivateDirectory;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * On Ctrl-C ends all processes that were started, with those that they started, and waits until the
 * thread that works has removed what it put on the devices under test; where it doesn't come to
 * that, removes it. The exit code then is the JVM's own.
 *
 * <p>The thread is interrupted, so that it neither waits nor writes any longer. It may start
 * another process before it comes to its end, which would put files where they were removed: so it
 * is waited for, and all that it starts is ended.
 */
final class Removal implements AutoCloseable {
  private static final long MILLIS_BETWEEN_LOOKS = 20;

  private final Console console;
  private final Thread worker = Thread.currentThread();
  private final Thread hook = new Thread(this::removeAll, "cleave-removal");
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile List<PrivateDirectory> directories = List.of();
  private volatile boolean interrupted;

  private Removal(Console console) {
    this.console = console;
  }

  /** For what the calling thread does. */
  static Removal whileOpen(Console console) {
    Removal removal = new Removal(console);
    Runtime.getRuntime().addShutdownHook(removal.hook);
    return removal;
  }

  /** What is to be removed. */
  void of(List<PrivateDirectory> made) {
    directories = List.copyOf(made);
  }

  private void removeAll() {
    interrupted = true;
    worker.interrupt();
    endAllProcesses();
    for (PrivateDirectory directory : directories) {
      try {
        directory.close();
      } catch (IOException e) {
        console.say("could not remove " + directory.path() + ": " + e.getMessage());
      }
    }
  }

  /** They would go on writing; also those that begin before the thread has ended. */
  private void endAllProcesses() {
    long start = System.nanoTime();
    long patience = TimeUnit.SECONDS.toNanos(Interruption.PATIENCE_SECONDS);
    try {
      do {
        List<ProcessHandle> running = ProcessHandle.current().descendants().toList();
        running.forEach(ProcessHandle::destroyForcibly);
        running.forEach(process -> process.onExit().join());
      } while (!closed.await(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)
          && System.nanoTime() - start < patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether we are being ended from outside, so that our own errors are no news. */
  boolean isInterrupted() {
    return interrupted;
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      interrupted = true; // the hook is what ended us
    }
  }
}
