package dev.cleave.bench.trial;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Walks over what a trial made: a file, or a tree of which a directory at a time is in memory. */
public final class TrialFiles {
  private TrialFiles() {}

  /** What to do with a file. */
  @FunctionalInterface
  interface Visit {
    void file(Path file) throws IOException;
  }

  /** Each file that is no directory, in the order of their names. */
  static void visit(Path root, Visit visit) throws IOException {
    if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
      visit.file(root);
      return;
    }
    for (Path entry : entries(root)) {
      visit(entry, visit);
    }
  }

  /**
   * Removes what is there; nothing is fine. Others may be removing it at the same time, or still be
   * making files in it: so long as it isn't empty it is emptied again.
   */
  public static void remove(Path root) throws IOException {
    if (Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
      List<Path> entries = entries(root);
      while (!entries.isEmpty()) {
        for (Path entry : entries) {
          remove(entry);
        }
        entries = entries(root);
      }
    }
    Files.deleteIfExists(root);
  }

  private static List<Path> entries(Path directory) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
      stream.forEach(entries::add);
    } catch (NoSuchFileException gone) {
      return List.of();
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    Collections.sort(entries);
    return entries;
  }
}
