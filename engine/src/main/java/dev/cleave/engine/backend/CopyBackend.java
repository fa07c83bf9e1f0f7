package dev.cleave.engine.backend;

import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.options.ReflinkMode;
import java.io.IOException;

/**
 * One way of moving bytes, without state. A constant of {@link BackendKind} makes it known
 * everywhere.
 */
public interface CopyBackend {
  /**
   * Whether this backend can move bytes between these two files by this plan, or why not.
   *
   * @param reflink whether bytes may be shared instead of moved
   */
  Support support(FilePair files, CopyPlan plan, ReflinkMode reflink);

  /** Whether a task can keep more than one request in flight. */
  default boolean hasQueue() {
    return false;
  }

  /**
   * Gets ready to copy ranges between the files, which stay open until the copier is closed.
   *
   * @throws IOException if the files can't be opened the way this backend needs them
   */
  RangeCopier open(FilePair files, CopyPlan plan) throws IOException;
}
