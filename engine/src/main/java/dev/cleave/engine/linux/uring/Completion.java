package dev.cleave.engine.linux.uring;

import dev.cleave.engine.linux.Errno;
import org.jspecify.annotations.Nullable;

/**
 * How a request ended.
 *
 * @param tag the request's own
 * @param result bytes moved, or an error number below zero
 */
public record Completion(long tag, int result) {
  /** What went wrong; null if nothing. */
  public @Nullable Errno error() {
    return result < 0 ? new Errno(-result) : null;
  }
}
