package dev.cleave.reports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file so that a reader sees the old one or the whole new one, never a part. */
public final class AtomicFile {
  private AtomicFile() {}

  /** Writes {@code text} in UTF-8 and creates the directory if it isn't there. */
  public static Path write(Path file, String text) throws IOException {
    return write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes {@code content} and creates the directory if it isn't there. */
  public static Path write(Path file, byte[] content) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    if (directory == null) {
      throw new IOException("no name of a file: " + file);
    }
    Files.createDirectories(directory);
    // Beside the file, since a move is atomic within one file system only.
    Path part = directory.resolve("." + file.getFileName() + ".part");
    try {
      Files.write(part, content);
      return Files.move(
          part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
