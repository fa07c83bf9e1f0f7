package dev.cleave.engine.backend;

import dev.cleave.engine.CopyPlan;
import java.io.IOException;

/** One way of moving bytes. A constant of {@link BackendKind} makes it known everywhere. */
public interface CopyBackend {
  /** Whether this backend can move bytes between these two files, or why not. */
  Support support(FilePair files);

  /**
   * Gets ready to copy ranges between the files, which stay open until the copier is closed.
   *
   * @throws IOException if the files can't be opened the way this backend needs them
   */
  RangeCopier open(FilePair files, CopyPlan plan) throws IOException;
}
