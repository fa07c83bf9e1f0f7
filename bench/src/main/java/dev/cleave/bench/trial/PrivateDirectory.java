package dev.cleave.bench.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A directory of our own on the device under test, of which nothing is left when it is closed. */
public final class PrivateDirectory implements AutoCloseable {
  private final Path path;

  private PrivateDirectory(Path path) {
    this.path = path;
  }

  /** Makes {@code .cleave-tune-*} in {@code parent}, which only its owner can look into. */
  public static PrivateDirectory in(Path parent) throws IOException {
    return new PrivateDirectory(
        Files.createTempDirectory(
            parent,
            ".cleave-tune-",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))));
  }

  public Path path() {
    return path;
  }

  /** Removes it with all that is in it; a worker may still be removing its own files meanwhile. */
  @Override
  public void close() throws IOException {
    TrialFiles.remove(path);
  }
}
