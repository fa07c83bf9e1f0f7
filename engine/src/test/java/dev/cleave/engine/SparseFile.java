package dev.cleave.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.Libc;
import dev.cleave.engine.linux.Open;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.SplittableRandom;

/** Files with holes, and how much of a file is allocated. */
final class SparseFile {
  /** Not a whole number of blocks. */
  static final int ISLAND_BYTES = 64 * 1024 + 1;

  private static final long MAP_OF_EXTENTS_BYTES = 64 * 1024;

  private SparseFile() {}

  /** A file of that size, all of it a hole. */
  static Path allHole(Path file, long bytes) throws IOException {
    try (RandomAccessFile empty = new RandomAccessFile(file.toFile(), "rw")) {
      empty.setLength(bytes);
    }
    return file;
  }

  /** A file of holes, but for data at each of the offsets; all of it is on the device. */
  static Path withIslands(Path file, long bytes, List<Long> islands) throws IOException {
    allHole(file, bytes);
    for (long offset : islands) {
      fill(file, offset, ISLAND_BYTES);
    }
    sync(file);
    return file;
  }

  private static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Puts bytes into the file none of which is zero; the offset is the seed. */
  static void fill(Path file, long offset, int bytes) throws IOException {
    byte[] data = new byte[bytes];
    SplittableRandom random = new SplittableRandom(offset);
    for (int i = 0; i < bytes; i++) {
      data[i] = (byte) random.nextInt(1, 256);
    }
    write(file, offset, data);
  }

  static void write(Path file, long offset, byte[] data) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(data), offset);
    }
  }

  /** Turns every bit of a range over. */
  static void flip(Path file, long offset, int bytes) throws IOException {
    byte[] data = read(file, offset, bytes);
    for (int i = 0; i < bytes; i++) {
      data[i] = (byte) ~data[i];
    }
    write(file, offset, data);
  }

  static byte[] read(Path file, long offset, int bytes) throws IOException {
    ByteBuffer data = ByteBuffer.allocate(bytes);
    try (FileChannel channel = FileChannel.open(file)) {
      while (data.hasRemaining() && channel.read(data, offset + data.position()) > 0) {}
    }
    return data.array();
  }

  static FileStatus status(Path file) throws IOException {
    return Libc.INSTANCE.statx(Open.AT_CWD, BytePath.of(file), 0);
  }

  /** The bytes that it takes on the device. */
  static long allocatedBytes(Path file) throws IOException {
    return 512 * status(file).blocks();
  }

  /**
   * As much room as the other takes, but for what the file system keeps the map of the extents in:
   * ext4 has a block of its own for it from the fifth extent on, and where free room is scattered
   * one of two equal files has five and the other four.
   */
  static void assertTakesAsMuchRoomAs(Path source, Path target) throws IOException {
    assertThat(allocatedBytes(target))
        .isCloseTo(allocatedBytes(source), within(MAP_OF_EXTENTS_BYTES));
  }

  /** The same, once all of it is there: some file systems allocate then. */
  static long allocatedBytesSynced(Path file) throws IOException {
    sync(file);
    return allocatedBytes(file);
  }
}
