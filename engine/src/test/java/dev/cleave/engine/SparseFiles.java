package dev.cleave.engine;

import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.Libc;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.SplittableRandom;

/** Files with holes, and what a file takes on its device. */
final class SparseFiles {
  /** Not a whole number of blocks. */
  static final int ISLAND_BYTES = 64 * 1024 + 1;

  private static final int STAT_BLOCK_BYTES = 512;

  private SparseFiles() {}

  /** A file of holes, but for pseudo-random bytes at each of the offsets. */
  static Path write(Path file, long bytes, List<Long> islands) throws IOException {
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      open.setLength(bytes);
      for (long offset : islands) {
        byte[] island = new byte[ISLAND_BYTES];
        new SplittableRandom(offset).nextBytes(island);
        open.seek(offset);
        open.write(island);
      }
      open.getFD().sync();
    }
    return file;
  }

  /** What the file takes, once all of it is on the device: some file systems allocate then. */
  static long allocatedBytes(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    return status(file).blocks() * STAT_BLOCK_BYTES;
  }

  static FileStatus status(Path file) throws SyscallException {
    return Libc.INSTANCE.statx(Open.AT_CWD, BytePath.of(file), Open.AT_SYMLINK_NO_FOLLOW);
  }
}
