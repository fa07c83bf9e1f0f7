package dev.cleave.engine.io;

import dev.cleave.engine.linux.SyscallException;
import java.io.IOException;
import java.nio.file.Path;

/** A read or write that the device did not do; says of what, and where. */
public final class RequestException extends IOException {
  private static final long serialVersionUID = 1;

  private final long offset;
  private final boolean write;

  RequestException(Path path, boolean write, long offset, String reason) {
    super((write ? "write" : "read") + " of '" + path + "' at offset " + offset + ": " + reason);
    this.offset = offset;
    this.write = write;
  }

  RequestException(Path path, boolean write, long offset, SyscallException cause) {
    this(path, write, offset, String.valueOf(cause.getMessage()));
    initCause(cause);
  }

  /** Where the request began, in bytes. */
  public long offset() {
    return offset;
  }

  public boolean isWrite() {
    return write;
  }
}
