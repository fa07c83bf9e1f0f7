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
  /** A profile has about 4 KiB, a line of the index about 100 bytes. */
  static final int MAX_BYTES = 1 << 20;

  private SmallFile() {}

  /**
   * The content of a file of at most {@value #MAX_BYTES} bytes.
   *
   * @throws NoSuchFileException if there is none, or a link leads nowhere
   * @throws BadProfileException if it is larger, or no plain file
   */
  static byte[] read(Path file) throws IOException {
    if (!Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
      throw new BadProfileException(file, "is no plain file", null);
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(MAX_BYTES + 1);
      if (content.length > MAX_BYTES) {
        throw new BadProfileException(file, "has more than " + MAX_BYTES + " bytes", null);
      }
      return content;
    }
  }
}
