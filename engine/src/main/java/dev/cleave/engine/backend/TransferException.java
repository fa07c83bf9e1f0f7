package dev.cleave.engine.backend;

import dev.cleave.engine.BytePath;
import java.io.IOException;

/** Reading the source or writing the target failed. */
public final class TransferException extends IOException {
  private static final long serialVersionUID = 1;

  private final transient BytePath path;
  private final long offset;

  private TransferException(String doing, BytePath path, long offset, IOException cause) {
    super("error " + doing + " " + path.quoted(), cause);
    this.path = path;
    this.offset = offset;
  }

  static TransferException reading(BytePath path, long offset, IOException cause) {
    return new TransferException("reading", path, offset, cause);
  }

  static TransferException writing(BytePath path, long offset, IOException cause) {
    return new TransferException("writing", path, offset, cause);
  }

  public BytePath path() {
    return path;
  }

  /** Where in the file it failed. */
  public long offset() {
    return offset;
  }
}
