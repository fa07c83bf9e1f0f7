package dev.cleave.tuner.device;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The file that {@link RandomReads} reads: one that is there, or a new one. */
final class SampleFile {
  private static final long SMALLEST_BYTES = 16L << 20;
  private static final int MOST_ENTRIES = 2_000;
  private static final int MOST_LEVELS = 3;

  private static final int CHUNK_BYTES = 128 << 10;
  private static final int NEW_FILE_CHUNKS = 64;
  private static final long WRITE_NANOS = 150_000_000;

  private SampleFile() {}

  /**
   * The path itself if it is a large file, else the largest one of the first that lie below it, on
   * the same file system; null if none is large enough.
   */
  static @Nullable Path under(Path path) throws IOException {
    return new Search(path).largest();
  }

  /** Looks at a bounded number of files and directories. */
  private static final class Search {
    private final Path start;
    private final Object device;
    private int left = MOST_ENTRIES;
    private long largestBytes = SMALLEST_BYTES - 1;
    private @Nullable Path largest;

    Search(Path start) throws IOException {
      this.start = start.toRealPath();
      this.device = device(this.start);
    }

    @Nullable Path largest() throws IOException {
      visit(start, 0);
      return largest;
    }

    private void visit(Path path, int level) throws IOException {
      File[] entries = level < MOST_LEVELS ? path.toFile().listFiles() : null;
      if (entries == null) {
        take(path);
        return;
      }
      for (File entry : entries) {
        if (left-- <= 0) {
          return;
        }
        Path next = entry.toPath();
        if (!Files.isSymbolicLink(next) && device(next).equals(device)) {
          visit(next, level + 1);
        }
      }
    }

    private void take(Path path) throws IOException {
      if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
          && Files.isReadable(path)
          && Files.size(path) > largestBytes) {
        largest = path;
        largestBytes = Files.size(path);
      }
    }

    private static Object device(Path path) throws IOException {
      return Files.getAttribute(path, "unix:dev", LinkOption.NOFOLLOW_LINKS);
    }
  }

  /** A new file without a name, for direct reading and writing, that its owner alone may read. */
  static FileChannel create(Path directory, RandomGenerator random) throws IOException {
    Path name = directory.resolve(".cleave-probe-" + Long.toHexString(random.nextLong()));
    return FileChannel.open(
        name,
        Set.of(
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE, // Java unlinks it as soon as it is open
            DirectReading.option()),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  /** Writes up to 8 MiB of random data, or less where the time is short; a chunk at least. */
  static void fill(FileChannel channel, RandomGenerator random, LongSupplier nanoClock)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocateDirect(CHUNK_BYTES + 4096).alignedSlice(4096);
    byte[] data = new byte[CHUNK_BYTES];
    long start = nanoClock.getAsLong();
    for (long chunk = 0; chunk < NEW_FILE_CHUNKS; chunk++) {
      random.nextBytes(data);
      buffer.clear().limit(CHUNK_BYTES);
      buffer.put(data).flip();
      while (buffer.hasRemaining()) {
        channel.write(buffer, chunk * CHUNK_BYTES + buffer.position());
      }
      if (nanoClock.getAsLong() - start > WRITE_NANOS) {
        return;
      }
    }
  }
}
