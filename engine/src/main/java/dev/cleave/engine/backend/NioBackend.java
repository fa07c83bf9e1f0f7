package dev.cleave.engine.backend;

import dev.cleave.engine.ByteRange;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.options.ReflinkMode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;

/**
 * Positional reads and writes of {@link FileChannel} through one direct buffer a task: works on
 * everything, which makes it the one that the others fall back on.
 */
final class NioBackend implements CopyBackend {
  @Override
  public Support support(FilePair files, CopyPlan plan, ReflinkMode reflink) {
    return Support.yes();
  }

  @Override
  public RangeCopier open(FilePair files, CopyPlan plan) throws IOException {
    FileChannel source = files.source().openChannel(StandardOpenOption.READ);
    try {
      FileChannel target = files.target().openChannel(StandardOpenOption.WRITE);
      return new ChannelCopier(files, source, target);
    } catch (IOException e) {
      source.close();
      throw e;
    }
  }

  private record ChannelCopier(FilePair files, FileChannel source, FileChannel target)
      implements RangeCopier {
    @Override
    public void copy(ByteRange range, CopyTask task) throws IOException {
      ByteBuffer buffer = task.buffer(0);
      long offset = range.offset();
      while (offset < range.end()) {
        int count = read(buffer, offset, range.end());
        write(buffer.flip(), offset);
        offset += count;
        task.advanced(count);
      }
    }

    private int read(ByteBuffer buffer, long offset, long end) throws IOException {
      buffer.clear().limit((int) Math.min(buffer.capacity(), end - offset));
      int count;
      try {
        count = source.read(buffer, offset);
      } catch (IOException e) {
        throw TransferException.reading(files.sourceName(), offset, e);
      }
      if (count <= 0) {
        throw new SourceShrankException(files.sourceName(), offset);
      }
      return count;
    }

    private void write(ByteBuffer buffer, long start) throws IOException {
      long offset = start;
      try {
        while (buffer.hasRemaining()) {
          offset += target.write(buffer, offset);
        }
      } catch (IOException e) {
        throw TransferException.writing(files.targetName(), offset, e);
      }
    }

    @Override
    public void close() throws IOException {
      try (source) {
        target.close();
      }
    }
  }
}
