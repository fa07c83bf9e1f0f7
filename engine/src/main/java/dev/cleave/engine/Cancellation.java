package dev.cleave.engine;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * The flag that stops a copy: set by the first error of a worker, or from outside. A flag, because
 * interrupting a thread inside a {@link java.nio.channels.FileChannel} closes it for all.
 */
public final class Cancellation {
  private final @Nullable Cancellation outer;
  private volatile @Nullable Throwable cause;

  public Cancellation() {
    this(null);
  }

  private Cancellation(@Nullable Cancellation outer) {
    this.outer = outer;
  }

  /** A flag for a part of the work: cancelled with this one, but not the other way round. */
  public Cancellation inner() {
    return new Cancellation(this);
  }

  /** The first cause wins, later ones are kept as its suppressed exceptions. */
  public synchronized void cancel(Throwable reason) {
    if (cause == null) {
      cause = reason;
    } else if (!cause.equals(reason) && !(reason instanceof CancellationException)) {
      cause.addSuppressed(reason);
    }
  }

  public boolean isCancelled() {
    return cause != null || (outer != null && outer.isCancelled());
  }

  /** Throws {@link CancellationException} if cancelled. */
  public void check() {
    if (isCancelled()) {
      throw new CancellationException("the copy was cancelled");
    }
  }

  /** Throws what the work was cancelled for, if it was. */
  public void rethrow() throws IOException {
    Throwable reason = cause;
    if (reason == null) {
      if (outer != null) {
        outer.check();
      }
      return;
    }
    // No switch by type: every copy comes by here, and linking its first one takes 5 ms
    if (reason instanceof IOException failure) {
      throw failure;
    }
    if (reason instanceof RuntimeException failure) {
      throw failure;
    }
    if (reason instanceof Error failure) {
      throw failure;
    }
    throw new IOException(reason);
  }
}
