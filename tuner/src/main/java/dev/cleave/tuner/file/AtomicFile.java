package dev.cleave.tuner.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Small files of which a reader sees the old one or the whole new one, whatever dies in between.
 * The directory is made if it isn't there; the caller keeps other writers of the same file away.
 */
public final class AtomicFile {
  private AtomicFile() {}

  /** Writes {@code text} in UTF-8. */
  public static Path write(Path file, String text) throws IOException {
    return write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes {@code content}; when it is on the device is up to the kernel. */
  public static Path write(Path file, byte[] content) throws IOException {
    return replace(file, part -> Files.write(part, content));
  }

  /**
   * Writes {@code content} for every user, mode 0644 whatever the umask, as a profile that root
   * tuned is; it is on the device when this returns.
   */
  public static Path publish(Path file, byte[] content) throws IOException {
    replace(file, part -> writeAndSync(part, content));
    syncDirectoryOf(file);
    return file;
  }

  @FunctionalInterface
  private interface Writer {
    void write(Path part) throws IOException;
  }

  private static Path replace(Path file, Writer writer) throws IOException {
    Path directory = directoryOf(file);
    Files.createDirectories(directory);
    // beside the file, since a move is atomic within one file system only
    Path part = directory.resolve("." + file.getFileName() + ".part");
    Files.deleteIfExists(part);
    try {
      writer.write(part);
      return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static Path directoryOf(Path file) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    if (directory == null) {
      throw new IOException("no name of a file: " + file);
    }
    return directory;
  }

  private static void writeAndSync(Path file, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  /** Makes names in the directory durable: fsync(2) of a file says nothing about its name. */
  private static void syncDirectoryOf(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(directoryOf(file), StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
