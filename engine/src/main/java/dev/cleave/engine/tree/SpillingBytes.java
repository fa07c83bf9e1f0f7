package dev.cleave.engine.tree;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes by offset, zero until written: in the heap up to a limit, from then on in a temporary file.
 * Read and written by calls, not mapped: a full disk is then an exception and no SIGBUS, and the
 * pages don't count as this process's memory.
 *
 * <p>For one thread at a time.
 */
final class SpillingBytes implements AutoCloseable {
  private static final int SMALLEST = 1024;

  private final Path directory;
  private final int heapLimitBytes;
  private byte[] heap = new byte[0];
  private @Nullable FileChannel file;

  SpillingBytes(Path directory, int heapLimitBytes) {
    this.directory = directory;
    this.heapLimitBytes = heapLimitBytes;
  }

  /** The JDK's directory for temporary files: a fact of the machine, as its architecture is. */
  static Path usualDirectory() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }

  /** Fills the buffer, and makes it ready to be read from its start. */
  void read(long offset, ByteBuffer into) throws IOException {
    into.clear();
    if (file != null) {
      while (into.hasRemaining() && file.read(into, offset + into.position()) >= 0) {}
    } else if (offset < heap.length) {
      into.put(heap, (int) offset, (int) Math.min(into.remaining(), heap.length - offset));
    }
    while (into.hasRemaining()) {
      into.put((byte) 0);
    }
    into.flip();
  }

  /** Writes what remains in the buffer. */
  void write(long offset, ByteBuffer from) throws IOException {
    long end = offset + from.remaining();
    if (file == null && end > heapLimitBytes) {
      file = spill();
      heap = new byte[0];
    }
    if (file != null) {
      writeFully(file, offset, from);
      return;
    }
    if (end > heap.length) {
      heap = Arrays.copyOf(heap, grown((int) end));
    }
    from.get(heap, (int) offset, from.remaining());
  }

  private int grown(int end) {
    return Math.min(heapLimitBytes, Math.max(end, Math.max(SMALLEST, heap.length * 2)));
  }

  private FileChannel spill() throws IOException {
    FileChannel channel =
        FileChannel.open(
            Files.createTempFile(directory, ".cleave-", ".tmp"),
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE); // on Linux the JDK does it right after opening
    try {
      writeFully(channel, 0, ByteBuffer.wrap(heap));
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static void writeFully(FileChannel channel, long offset, ByteBuffer from)
      throws IOException {
    long start = offset - from.position();
    while (from.hasRemaining()) {
      channel.write(from, start + from.position());
    }
  }

  long heapBytes() {
    return heap.length;
  }

  boolean isSpilled() {
    return file != null;
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
