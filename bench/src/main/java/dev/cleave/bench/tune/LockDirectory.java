package dev.cleave.bench.tune;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where locks lie that every user of a machine sees. */
public final class LockDirectory {
  /** File Hierarchy Standard 3.0, 5.9 and 3.18. */
  private static final Path LOCKS = Path.of("/run/lock");

  private static final Path TEMPORARY = Path.of("/tmp");

  private LockDirectory() {}

  public static Path usual() {
    return Files.isWritable(LOCKS) ? LOCKS : TEMPORARY;
  }
}
