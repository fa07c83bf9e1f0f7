package dev.cleave.engine.backend;

import dev.cleave.engine.BytePath;
import java.io.IOException;

/** The source ended before the range did: somebody truncated it while it was copied. */
public final class SourceShrankException extends IOException {
  private static final long serialVersionUID = 1;

  private final long offset;

  public SourceShrankException(BytePath source, long offset) {
    super(source.quoted() + " was truncated while it was copied: it ends at byte " + offset);
    this.offset = offset;
  }

  /** Where the source ended. */
  public long offset() {
    return offset;
  }
}
