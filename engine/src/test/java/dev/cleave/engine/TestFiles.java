package dev.cleave.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Files with seeded content, and looks at what a copy left behind. */
final class TestFiles {
  private TestFiles() {}

  /** A file of so many pseudo-random bytes; the size is the seed. */
  static Path write(Path file, long bytes) throws IOException {
    byte[] block = new byte[(int) ByteSize.MIB];
    SplittableRandom random = new SplittableRandom(bytes);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (long left = bytes; left > 0; left -= block.length) {
        random.nextBytes(block);
        channel.write(ByteBuffer.wrap(block, 0, (int) Math.min(left, block.length)));
      }
    }
    return file;
  }

  static BytePath path(Path path) {
    return BytePath.of(path);
  }

  /** The names in a directory, sorted. */
  static Iterable<String> names(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  /**
   * Bytes of native memory that arenas and direct buffers hold. By reflection, since the engine
   * needs no java.management.
   */
  static long nativeBytes() {
    try {
      Object server =
          Class.forName("java.lang.management.ManagementFactory")
              .getMethod("getPlatformMBeanServer")
              .invoke(null);
      Class<?> name = Class.forName("javax.management.ObjectName");
      return (long)
          Class.forName("javax.management.MBeanServer")
              .getMethod("getAttribute", name, String.class)
              .invoke(
                  server,
                  name.getConstructor(String.class)
                      .newInstance("java.nio:type=BufferPool,name=direct"),
                  "MemoryUsed");
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  static long openDescriptors() throws IOException {
    try (Stream<Path> entries = Files.list(Path.of("/proc/self/fd"))) {
      return entries.count();
    }
  }
}
