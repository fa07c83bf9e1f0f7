package dev.cleave.bench.trial;

import dev.cleave.bench.trial.TrialShape.FileShape;
import dev.cleave.engine.BytePath;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.FileSystemSync;
import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.measure.DataShape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;

/**
 * What samples copy: seeded and incompressible, so that no device or file system can do better than
 * move it.
 *
 * @param root the file, or the directory that holds the files
 * @param bytes of all files together
 * @param crc32c of their names and contents, which copies are checked against
 */
public record TrialData(SizeClass sizeClass, Path root, long bytes, long files, long crc32c) {
  private static final int BLOCK_BYTES = (int) ByteSize.MIB;

  /**
   * Writes such data and syncs it to the device.
   *
   * @param root what must not be there yet
   * @param progress hears of every block written, in bytes
   */
  public static TrialData generate(Path root, TrialShape shape, long seed, LongConsumer progress)
      throws IOException {
    Generator generator = new Generator(new SplittableRandom(seed), progress);
    if (shape.sizeClass() != SizeClass.LARGE) {
      Files.createDirectory(root);
    }
    for (Iterator<FileShape> files = shape.files(seed); files.hasNext(); ) {
      generator.write(root, files.next());
    }
    FileSystemSync.of(BytePath.of(root));
    ContentSum sum = generator.sum;
    return new TrialData(shape.sizeClass(), root, sum.bytes(), sum.files(), sum.value());
  }

  public boolean isTree() {
    return sizeClass != SizeClass.LARGE;
  }

  /** Its numbers, for the record. */
  public DataShape counts() {
    return new DataShape(files, bytes);
  }

  /** Whether there are exactly these names with exactly this content. */
  public boolean isCopiedTo(Path copy) throws IOException {
    if (Files.notExists(copy)) {
      return false;
    }
    ContentSum sum = new ContentSum();
    TrialFiles.visit(copy, file -> sum.file(copy.relativize(file).toString(), file));
    return sum.bytes() == bytes && sum.files() == files && sum.value() == crc32c;
  }

  /** Writes the files one by one, each block of them anew. */
  private static final class Generator {
    private final SplittableRandom random;
    private final LongConsumer progress;
    private final byte[] block = new byte[BLOCK_BYTES];
    private final ContentSum sum = new ContentSum();

    Generator(SplittableRandom random, LongConsumer progress) {
      this.random = random;
      this.progress = progress;
    }

    void write(Path root, FileShape shape) throws IOException {
      Path file = shape.name().isEmpty() ? root : root.resolve(shape.name());
      Files.createDirectories(file.toAbsolutePath().getParent());
      sum.file(shape.name(), shape.bytes());
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        for (long left = shape.bytes(); left > 0; left -= BLOCK_BYTES) {
          writeBlock(channel, (int) Math.min(BLOCK_BYTES, left));
        }
      }
    }

    private void writeBlock(FileChannel channel, int count) throws IOException {
      random.nextBytes(block);
      ByteBuffer content = ByteBuffer.wrap(block, 0, count);
      sum.content(content.duplicate());
      while (content.hasRemaining()) {
        channel.write(content);
      }
      progress.accept(count);
    }
  }
}
