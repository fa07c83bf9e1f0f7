package dev.cleave.bench.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;

/** A directory of our own on the device under test, of which nothing is left when it is closed. */
public final class PrivateDirectory implements AutoCloseable {
  private static final Pattern NAME = Pattern.compile("\\.cleave-(tune|qualify)-.+");

  private final Path path;

  private PrivateDirectory(Path path) {
    this.path = path;
  }

  /** Makes {@code .cleave-tune-*} in {@code parent}, which only its owner can look into. */
  public static PrivateDirectory in(Path parent) throws IOException {
    return in(parent, "tune");
  }

  /** The same for a qualification. */
  public static PrivateDirectory toQualify(Path parent) throws IOException {
    return in(parent, "qualify");
  }

  private static PrivateDirectory in(Path parent, String purpose) throws IOException {
    return new PrivateDirectory(
        Files.createTempDirectory(
            parent,
            ".cleave-" + purpose + "-",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))));
  }

  /**
   * Removes what a tune that was killed has left.
   *
   * @param left the path of such a directory; anything else is left alone
   */
  public static void removeLeftover(Path left) throws IOException {
    if (NAME.matcher(String.valueOf(left.getFileName())).matches()) {
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
