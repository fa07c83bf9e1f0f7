package dev.cleave.engine.backend;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.SyscallException;
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

  /** The kernel's word for it, as {@code ENOSPC}. */
  String errnoName() {
    return getCause() instanceof SyscallException call ? call.errno().name() : "an I/O error";
  }

  /** Where in the file it failed. */
  public long offset() {
    return offset;
  }
}
