package dev.cleave.engine.backend;

import dev.cleave.engine.ByteRange;
import java.io.IOException;

/** Copies ranges between the two files it was opened for. */
public interface RangeCopier extends AutoCloseable {
  /**
   * Copies exactly the range, or throws. Several workers call it at once, with ranges that don't
   * overlap and a task each.
   *
   * @throws SourceShrankException if the source ends before the range does
   * @throws IOException if reading or writing fails
   * @throws java.util.concurrent.CancellationException if the copy was cancelled meanwhile
   */
  void copy(ByteRange range, CopyTask task) throws IOException;

  @Override
  void close() throws IOException;
}
