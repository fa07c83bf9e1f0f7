package dev.cleave.engine.backend;

import dev.cleave.engine.ByteRange;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.options.ReflinkMode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

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
  public RangeCopier open(FilePair files, CopyPlan plan) {
    return new ChannelCopier(files);
  }

  /**
   * Opens the channels with the first range that takes more than one buffer: a channel on an open
   * descriptor costs two more calls, which is much of the time of a small file.
   */
  private static final class ChannelCopier implements RangeCopier {
    private final FilePair files;
    private @Nullable Channels channels;

    ChannelCopier(FilePair files) {
      this.files = files;
    }

    @Override
    public void copy(ByteRange range, CopyTask task) throws IOException {
      ByteBuffer buffer = task.buffer(0);
      if (range.length() <= buffer.capacity()) {
        new PositionalTransfer(files).copy(range, task);
      } else {
        channels().copy(range, buffer, task);
      }
    }

    private synchronized Channels channels() throws IOException {
      if (channels == null) {
        channels = Channels.open(files);
      }
      return channels;
    }

    @Override
    public void close() throws IOException {
      if (channels != null) {
        channels.close();
      }
    }
  }

  private record Channels(FilePair files, FileChannel source, FileChannel target)
      implements AutoCloseable {
    static Channels open(FilePair files) throws IOException {
      FileChannel source = files.source().openChannel(StandardOpenOption.READ);
      try {
        return new Channels(files, source, files.target().openChannel(StandardOpenOption.WRITE));
      } catch (IOException e) {
        source.close();
        throw e;
      }
    }

    void copy(ByteRange range, ByteBuffer buffer, CopyTask task) throws IOException {
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
