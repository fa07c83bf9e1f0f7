package dev.cleave.bench.trial;

import dev.cleave.engine.ByteSize;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import java.util.zip.CRC32C;

/**
 * The file that samples copy: seeded and incompressible, so that no device or file system can do
 * better than move it.
 *
 * @param crc32c of its content, which copies are checked against
 */
public record SourceData(String path, long bytes, long crc32c) {
  private static final int BLOCK_BYTES = (int) ByteSize.MIB;

  /**
   * Writes such a file and syncs it to the device.
   *
   * @param progress hears of every block written, in bytes
   */
  public static SourceData generate(Path file, long bytes, long seed, LongConsumer progress)
      throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    CRC32C checksum = new CRC32C();
    byte[] block = new byte[BLOCK_BYTES];
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (long written = 0; written < bytes; written += BLOCK_BYTES) {
        random.nextBytes(block);
        int count = (int) Math.min(BLOCK_BYTES, bytes - written);
        checksum.update(block, 0, count);
        ByteBuffer rest = ByteBuffer.wrap(block, 0, count);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        progress.accept(count);
      }
      channel.force(true);
    }
    return new SourceData(file.toString(), bytes, checksum.getValue());
  }

  /** Whether the file has exactly this content. */
  public boolean isCopiedTo(Path copy) throws IOException {
    CRC32C checksum = new CRC32C();
    ByteBuffer block = ByteBuffer.allocateDirect(BLOCK_BYTES);
    long size = 0;
    try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.READ)) {
      for (int count = channel.read(block); count > 0; count = channel.read(block.clear())) {
        checksum.update(block.flip());
        size += count;
      }
    }
    return size == bytes && checksum.getValue() == crc32c;
  }
}
