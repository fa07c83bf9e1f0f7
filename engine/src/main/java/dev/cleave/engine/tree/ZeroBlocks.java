package dev.cleave.engine.tree;

import dev.cleave.engine.ByteRange;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.backend.CopyTask;
import dev.cleave.engine.backend.RangeCopier;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Leaves out the blocks of 4 KiB that are nothing but zeros, around any backend: a chunk is read
 * and looked through, and only what has data in it is handed on. The backend reads it once more,
 * from the page cache. That costs a pass over memory, but zeros are never written, whatever moves
 * the bytes; punching them out afterwards would write them first.
 *
 * @param skipped hears of the bytes that are left out
 */
record ZeroBlocks(RangeCopier copier, FileChannel source, LongConsumer skipped) {
  private static final int BLOCK_BYTES = (int) (4 * ByteSize.KIB);
  private static final ByteBuffer ZEROS = ByteBuffer.allocate(BLOCK_BYTES).asReadOnlyBuffer();

  /** Copies what of the extent isn't zero. */
  void copy(ByteRange extent, CopyTask task) throws IOException {
    long offset = extent.offset();
    while (offset < extent.end()) {
      ByteBuffer buffer = task.buffer(0).clear();
      buffer.limit((int) Math.min(buffer.capacity(), extent.end() - offset));
      int count = source.read(buffer, offset);
      buffer.clear();
      if (count <= 0) {
        copier.copy(new ByteRange(offset, extent.end() - offset), task); // says that it shrank
        return;
      }
      copyData(new ByteRange(offset, count), task);
      offset += count;
    }
  }

  private void copyData(ByteRange chunk, CopyTask task) throws IOException {
    long left = chunk.length();
    for (ByteRange data : dataIn(chunk, task.buffer(0))) {
      copier.copy(data, task);
      left -= data.length();
    }
    skipped.accept(left);
  }

  /** The data in the chunk, all of it found before the backend uses the buffer for itself. */
  private static List<ByteRange> dataIn(ByteRange chunk, ByteBuffer content) {
    List<ByteRange> found = new ArrayList<>();
    long start = -1;
    for (long block = chunk.offset(); block < chunk.end(); block = blockEnd(block, chunk)) {
      boolean isZero = isZero(content, block - chunk.offset(), blockEnd(block, chunk) - block);
      if (!isZero && start < 0) {
        start = block;
      } else if (isZero && start >= 0) {
        found.add(new ByteRange(start, block - start));
        start = -1;
      }
    }
    if (start >= 0) {
      found.add(new ByteRange(start, chunk.end() - start));
    }
    return found;
  }

  private static long blockEnd(long offset, ByteRange chunk) {
    return Math.min(offset - offset % BLOCK_BYTES + BLOCK_BYTES, chunk.end());
  }

  private static boolean isZero(ByteBuffer content, long at, long length) {
    return content.slice((int) at, (int) length).mismatch(ZEROS.slice(0, (int) length)) == -1;
  }
}
