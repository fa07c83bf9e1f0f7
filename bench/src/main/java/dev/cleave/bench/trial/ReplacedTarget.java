package dev.cleave.bench.trial;

import dev.cleave.engine.ByteSize;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * What a copy is to replace: files of the same names and sizes as the source's, with other content,
 * so that a copy that does nothing is noticed.
 */
final class ReplacedTarget {
  private static final byte FILLER = 0x5A;

  private ReplacedTarget() {}

  static void lay(Path source, Path target) throws IOException {
    byte[] block = new byte[(int) ByteSize.MIB];
    Arrays.fill(block, FILLER);
    TrialFiles.visit(
        source,
        file -> {
          Path copy = file.equals(source) ? target : target.resolve(source.relativize(file));
          Files.createDirectories(copy.toAbsolutePath().getParent());
          fill(copy, Files.size(file), block);
        });
  }

  private static void fill(Path file, long bytes, byte[] block) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (long left = bytes; left > 0; ) {
        int count = (int) Math.min(block.length, left);
        left -= channel.write(ByteBuffer.wrap(block, 0, count));
      }
    }
  }
}
