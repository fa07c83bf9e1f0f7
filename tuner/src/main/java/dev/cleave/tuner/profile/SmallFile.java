package dev.cleave.tuner.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Reads files that ought to be small. They may be anybody's: a pipe would block the reader, and
 * {@code copy} has a heap of 64 MiB only.
 */
final class SmallFile {
  /** A profile has about 4 KiB. */
  static final int MAX_BYTES = 1 << 20;

  /** A profile has up to six lines of about 300 bytes in the index. */
  static final int MAX_INDEX_BYTES = 1 << 22;

  private SmallFile() {}

  /**
   * The content of a file of at most {@code mostBytes} bytes.
   *
   * @throws NoSuchFileException if there is none, or a link leads nowhere
   * @throws BadProfileException if it is larger, or no plain file
   */
  static byte[] read(Path file, int mostBytes) throws IOException {
    if (!Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
      throw new BadProfileException(file, "is no plain file", null);
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(mostBytes + 1);
      if (content.length > mostBytes) {
        throw new BadProfileException(file, "has more than " + mostBytes + " bytes", null);
      }
      return content;
    }
  }
}
