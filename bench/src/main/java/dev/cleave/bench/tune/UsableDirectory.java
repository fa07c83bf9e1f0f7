package dev.cleave.bench.tune;

import java.nio.file.Files;
import java.nio.file.Path;

/** Looks whether a directory can be measured, before anything is done. */
public final class UsableDirectory {
  private UsableDirectory() {}

  /**
   * Makes sure that it is one.
   *
   * @param verb what is to be done there: {@code tune}
   * @throws RefusedException if it isn't there, is no directory, or can't be written to
   */
  public static void require(String verb, Path path) throws RefusedException {
    String cannot = "cannot " + verb + " '" + path + "': ";
    if (!Files.exists(path)) {
      throw new RefusedException(cannot + "No such file or directory");
    }
    if (!Files.isDirectory(path)) {
      throw new RefusedException(cannot + "Not a directory");
    }
    if (!Files.isWritable(path)) {
      throw new RefusedException(
          cannot
              + "no permission to write there, or it is read-only; a "
              + verb
              + " needs to write");
    }
  }
}
