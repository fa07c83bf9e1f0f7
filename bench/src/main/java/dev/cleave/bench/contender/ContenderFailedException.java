package dev.cleave.bench.contender;

import java.io.IOException;

/** A contender that can't copy here; the message is its own. */
public final class ContenderFailedException extends IOException {
  private static final long serialVersionUID = 1;

  ContenderFailedException(IOException cause) {
    super(cause.getMessage(), cause);
  }
}
