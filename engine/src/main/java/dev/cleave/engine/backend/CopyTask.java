package dev.cleave.engine.backend;

import java.nio.ByteBuffer;

/** What a worker brings along to copy one leaf range. Used by that worker alone. */
public interface CopyTask {
  /** A direct buffer of the plan's chunk size, for this leaf only; position 0, limit capacity. */
  ByteBuffer buffer();

  /**
   * Says that so many more bytes of the range are copied.
   *
   * @throws java.util.concurrent.CancellationException if the copy was cancelled meanwhile
   */
  void advanced(long bytes);
}
