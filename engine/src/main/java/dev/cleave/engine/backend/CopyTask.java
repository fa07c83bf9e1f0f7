package dev.cleave.engine.backend;

import java.nio.ByteBuffer;

/** What a worker brings along to copy one range. Used by that worker alone. */
public interface CopyTask {
  /**
   * A direct, page-aligned buffer of the plan's chunk size, for this range only: the same one each
   * time, as it was left.
   *
   * @param slot from 0 on, below the plan's queue depth; the memory of a slot that is never asked
   *     for is never taken
   */
  ByteBuffer buffer(int slot);

  /**
   * Says that so many more bytes of the range are copied.
   *
   * @throws java.util.concurrent.CancellationException if the copy was cancelled meanwhile
   */
  void advanced(long bytes);

  /**
   * Says that from this offset on the range is copied by positional reads and writes, as {@code
   * nio} does it, and not by the backend.
   *
   * @param why what the backend met with
   */
  void fellBack(long offset, String why);

  /** Says that the kernel may still write into the buffers: nobody may use or free them again. */
  void giveUpBuffers();
}
