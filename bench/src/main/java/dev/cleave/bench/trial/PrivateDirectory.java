package dev.cleave.bench.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A directory of our own on the device under test, of which nothing is left when it is closed. */
public final class PrivateDirectory implements AutoCloseable {
  private static final String PREFIX = ".cleave-tune-";

  private final Path path;

  private PrivateDirectory(Path path) {
    this.path = path;
  }

  /** Makes {@code .cleave-tune-*} in {@code parent}, which only its owner can look into. */
  public static PrivateDirectory in(Path parent) throws IOException {
    return new PrivateDirectory(
        Files.createTempDirectory(
            parent,
            PREFIX,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))));
  }

  /**
   * Removes what a tune that was killed has left.
   *
   * @param left the path of such a directory; anything else is left alone
   */
  public static void removeLeftover(Path left) throws IOException {
    if (String.valueOf(left.getFileName()).startsWith(PREFIX)) {
      TrialFiles.remove(left);
    }
  }

  public Path path() {
    return path;
  }

  /**
   * Removes it with all that is in it; a worker may still be removing its own files meanwhile.
   *
   * @throws LeftBehindException where that can't be, as on a device that turned read-only
   */
  @Override
  public void close() throws LeftBehindException {
    try {
      TrialFiles.remove(path);
    } catch (IOException e) {
      throw new LeftBehindException(path, e);
    }
  }
}
