package dev.cleave.bench.cli;

import dev.cleave.engine.Cancellation;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command tidy up on Ctrl-C: the JVM's shutdown cancels the work, and waits until it is
 * closed. The exit code then is the JVM's own, 130 for SIGINT and 143 for SIGTERM.
 */
final class Interruption implements AutoCloseable {
  /** A worker may sit in one long write to a slow device; then what is left has no name anyway. */
  static final long PATIENCE_SECONDS = 30;

  private final Cancellation cancellation;
  private final EndingSignals signals = EndingSignals.whileOpen();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupt, "cleave-interruption");

  private Interruption(Cancellation cancellation) {
    this.cancellation = cancellation;
  }

  static Interruption whileOpen(Cancellation cancellation) {
    Interruption interruption = new Interruption(cancellation);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  Cancellation cancellation() {
    return cancellation;
  }

  /** Of the process, once it is interrupted. */
  int exitCode() {
    return signals.exitCode();
  }

  private void interrupt() {
    cancellation.cancel(new CancellationException("interrupted"));
    try {
      if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    signals.close();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      return; // then the hook is what closed us
    }
  }
}
