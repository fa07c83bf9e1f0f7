package dev.cleave.engine.backend;

import dev.cleave.engine.ByteRange;
import java.io.IOException;

/**
 * Copies by positional reads and writes where a backend could not even start, and says so.
 *
 * @param why what the backend met with
 */
record FallbackCopier(FilePair files, String why) implements RangeCopier {
  @Override
  public void copy(ByteRange range, CopyTask task) throws IOException {
    task.fellBack(range.offset(), why);
    new PositionalTransfer(files).copy(range, task);
  }

  @Override
  public void close() {}
}
