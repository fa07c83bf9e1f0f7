package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.ByteRange;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.Cancellation;
import dev.cleave.engine.CopyListener;
import dev.cleave.engine.backend.SourceShrankException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * Compares ranges of two files by one thread.
 *
 * @param buffer one half for each file, so that comparing needs no more memory than copying
 */
record Comparison(
    FileChannel source,
    FileChannel target,
    BytePath sourceName,
    ByteBuffer buffer,
    CopyListener listener,
    Cancellation cancellation) {
  private static final int BLOCK_BYTES = (int) (4 * ByteSize.KIB);

  /** The first run of blocks of 4 KiB that differ in the range; null if none do. */
  @Nullable ByteRange difference(ByteRange range) throws IOException {
    int half = buffer.capacity() / 2;
    for (long offset = range.offset(); offset < range.end(); offset += half) {
      cancellation.check();
      int count = (int) Math.min(half, range.end() - offset);
      ByteBuffer expected = buffer.slice(0, count);
      if (!filled(source, expected, offset)) {
        throw new SourceShrankException(sourceName, offset + expected.position());
      }
      ByteBuffer found = buffer.slice(half, count);
      boolean isWhole = filled(target, found, offset);
      int first = expected.flip().mismatch(found.flip());
      if (first >= 0) {
        int end = isWhole ? endOfDifference(expected, found, first) : count;
        int start = Math.max(first - (int) ((offset + first) % BLOCK_BYTES), 0);
        return new ByteRange(offset + start, end - start);
      }
      listener.verified(count);
    }
    return null;
  }

  private static boolean filled(FileChannel channel, ByteBuffer into, long offset)
      throws IOException {
    int count = 0;
    while (into.hasRemaining() && count >= 0) {
      count = channel.read(into, offset + into.position());
    }
    return !into.hasRemaining();
  }

  /** The end of the last of the blocks in a row that differ. */
  private static int endOfDifference(ByteBuffer expected, ByteBuffer found, int first) {
    int end = first - first % BLOCK_BYTES;
    boolean differs = true;
    while (differs && end < expected.limit()) {
      end = Math.min(end + BLOCK_BYTES, expected.limit());
      int length = Math.min(BLOCK_BYTES, expected.limit() - end);
      differs = length > 0 && expected.slice(end, length).mismatch(found.slice(end, length)) >= 0;
    }
    return end;
  }
}
