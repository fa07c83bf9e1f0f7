package dev.cleave.bench.trial;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * One checksum over the names, sizes and contents of files, as long as they come in one order. For
 * accidents, not for attacks. Used by one thread.
 */
public final class ContentSum {
  private static final int BUFFER_BYTES = 1 << 20;

  private final CRC32C sum = new CRC32C();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
  private long bytes;
  private long files;

  /** A file begins; its name tells it from a neighbour with the same content. */
  void file(String name, long size) {
    files++;
    sum.update((name + '\0' + size + '\0').getBytes(StandardCharsets.UTF_8));
  }

  public void content(ByteBuffer content) {
    bytes += content.remaining();
    sum.update(content);
  }

  /** A whole file, read through a buffer. */
  void file(String name, Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      file(name, channel.size());
      while (channel.read(buffer.clear()) > 0) {
        content(buffer.flip());
      }
    }
  }

  public long value() {
    return sum.getValue();
  }

  long bytes() {
    return bytes;
  }

  long files() {
    return files;
  }
}
