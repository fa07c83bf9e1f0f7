package dev.cleave.tuner.device;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Reads a file of /proc or /sys that may be anything: opening a pipe would wait for its writer, and
 * a file without an end would fill the memory.
 */
final class BoundedFile {
  private BoundedFile() {}

  /**
   * All of a regular file.
   *
   * @param mostBytes what it may hold at most
   * @throws IOException if it can't be read, is no regular file or is longer
   */
  static byte[] read(Path path, int mostBytes) throws IOException {
    if (!Files.readAttributes(path, BasicFileAttributes.class).isRegularFile()) {
      throw new IOException("not a regular file");
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(mostBytes + 1);
      if (bytes.length > mostBytes) {
        throw new IOException("longer than ".concat(Integer.toString(mostBytes)).concat(" bytes"));
      }
      return bytes;
    }
  }
}
