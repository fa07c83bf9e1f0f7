package dev.cleave.tuner.device;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.PageCache;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Reads 4 KiB at random places of a file, one at a time, with O_DIRECT or, where that isn't
 * possible, after the file was dropped from the page cache. Takes half a second at most, unless a
 * single request takes longer.
 *
 * <p>The file is one that is there, since what was just written may still be in the device's own
 * cache; where no large one has data it is a new one without a name, of random data, gone with the
 * last read. Blocks of zeros don't count: they may be holes.
 */
public final class RandomReads implements ReadTimer {
  private static final int BLOCK_BYTES = 4096;
  private static final int MOST_READS = 128;
  private static final int FEWEST_READS = 8;
  private static final long READ_NANOS = 300_000_000;
  private static final long NANOS_PER_MICRO = 1_000;

  private final LongSupplier nanoClock;
  private final RandomGenerator random;

  /**
   * @param nanoClock as {@link System#nanoTime}
   * @param random for the places and the data
   */
  public RandomReads(LongSupplier nanoClock, RandomGenerator random) {
    this.nanoClock = nanoClock;
    this.random = random;
  }

  @Override
  public Fact randomReadMicros(StorageStack stack) {
    if (stack.deviceClass() == DeviceClass.MEMORY) {
      return Fact.unknown("not measured: memory has no cache to read past");
    }
    if (stack.fileSystem().equals("zfs")) {
      return Fact.unknown("not measured: zfs keeps a cache of its own, which can't be dropped");
    }
    try {
      Path path = Path.of(stack.path());
      // a file of an overlay may lie in a lower layer, on another device than the upper one
      Path existing = stack.fileSystem().equals("overlay") ? null : SampleFile.under(path);
      Fact fact = existing == null ? Fact.unknown("no large file") : ofAFile(existing);
      return fact.value() == null ? ofANewFile(path) : fact;
    } catch (IOException | InvalidPathException | UnsupportedOperationException e) {
      return Fact.unknown(
          "not measured: %s: %s".formatted(e.getClass().getSimpleName(), e.getMessage()));
    }
  }

  private Fact ofAFile(Path file) throws IOException {
    if (!canBeDirect(file)) {
      return ofAnEvictedFile(file);
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, DirectReading.option())) {
      return times(channel, "direct reads of " + file);
    } catch (IOException | UnsupportedOperationException e) {
      return ofAnEvictedFile(file); // not every file system that says its block size can
    }
  }

  private Fact ofAnEvictedFile(Path file) throws IOException {
    PageCache.evict(BytePath.of(file));
    OptionalLong resident = PageCache.residentBytes(BytePath.of(file));
    if (resident.isEmpty() || resident.getAsLong() > Files.size(file) / 2) {
      return Fact.unknown("not measured: no O_DIRECT, and the page cache keeps " + file);
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return times(channel, "reads past the page cache of " + file);
    }
  }

  private Fact ofANewFile(Path path) throws IOException {
    Path directory = Files.isDirectory(path) ? path : path.getParent();
    if (directory == null || !Files.isWritable(directory) || !canBeDirect(directory)) {
      return Fact.unknown(
          "not measured: no file with 16 MiB of data, and a new one can't be made or read with"
              + " O_DIRECT in "
              + directory);
    }
    try (FileChannel channel = SampleFile.create(directory, random)) {
      SampleFile.fill(channel, random, nanoClock);
      return times(channel, "direct reads of a new file in " + directory);
    }
  }

  /** Java asks for requests that are multiples of the file system's block, which may be large. */
  private static boolean canBeDirect(Path path) throws IOException {
    return BLOCK_BYTES % Files.getFileStore(path).getBlockSize() == 0;
  }

  private Fact times(FileChannel channel, String what) throws IOException {
    long blocks = channel.size() / BLOCK_BYTES;
    if (blocks == 0) {
      return Fact.unknown("not measured: nothing to read: " + what);
    }
    ByteBuffer buffer = ByteBuffer.allocateDirect(2 * BLOCK_BYTES).alignedSlice(BLOCK_BYTES);
    read(channel, buffer, 0); // the first one also loads classes
    long[] micros = new long[MOST_READS];
    int count = 0;
    long start = nanoClock.getAsLong();
    for (int i = 0; i < MOST_READS && nanoClock.getAsLong() - start < READ_NANOS; i++) {
      long before = nanoClock.getAsLong();
      boolean data = read(channel, buffer, random.nextLong(blocks) * BLOCK_BYTES);
      if (data) {
        micros[count++] = (nanoClock.getAsLong() - before) / NANOS_PER_MICRO;
      }
    }
    if (count < FEWEST_READS) {
      return Fact.unknown("not measured: only " + count + " blocks of data in 0.3 s: " + what);
    }
    Arrays.sort(micros, 0, count);
    return Fact.measured(micros[count / 2], "median of " + count + " random 4 KiB " + what);
  }

  /** Whether there was anything but zeros. */
  private static boolean read(FileChannel channel, ByteBuffer buffer, long offset)
      throws IOException {
    buffer.clear().limit(BLOCK_BYTES);
    int bytes = channel.read(buffer, offset);
    if (bytes < BLOCK_BYTES) {
      throw new IOException("short read of " + bytes + " bytes at " + offset);
    }
    for (int i = 0; i < BLOCK_BYTES; i += Long.BYTES) {
      if (buffer.getLong(i) != 0) {
        return true;
      }
    }
    return false;
  }
}
