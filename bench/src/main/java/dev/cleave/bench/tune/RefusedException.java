package dev.cleave.bench.tune;

import java.io.IOException;

/**
 * A tune or a bench that is not begun, since it could not end well; the message says what to do.
 */
public final class RefusedException extends IOException {
  private static final long serialVersionUID = 1;

  public RefusedException(String message) {
    super(message);
  }
}
