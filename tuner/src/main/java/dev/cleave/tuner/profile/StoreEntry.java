package dev.cleave.tuner.profile;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One JSON file of a store, as the index remembers it: an index counts as long as each file is what
 * it was. On the start-up path of a copy.
 *
 * @param name the file's
 * @param bytes -1 if it isn't there: a link may lead nowhere
 * @param changedNanos its ctime
 * @param problem why it can't be used; empty if it can
 */
record StoreEntry(String name, long bytes, long changedNanos, String problem) {
  static final String ENDING = ".json";

  /** Names of the JSON files in a directory, sorted; none if there is no such directory. */
  static List<String> names(Path directory) {
    List<String> names = new ArrayList<>();
    String[] all = directory.toFile().list();
    for (String name : all == null ? new String[0] : all) {
      if (name.endsWith(ENDING) && !name.startsWith(".")) {
        names.add(name);
      }
    }
    names.sort(null);
    return names;
  }

  /** The entry of a file as it is now, without a problem. */
  static StoreEntry of(Path directory, String name) {
    FileStatus status = FileStatus.of(file(directory, name));
    return status == null
        ? new StoreEntry(name, -1, 0, "")
        : new StoreEntry(name, status.bytes(), status.changedNanos(), "");
  }

  StoreEntry withProblem(String value) {
    return new StoreEntry(name, bytes, changedNanos, value);
  }

  /** Whether the file is still what it was. */
  boolean isUnchanged(Path directory) {
    StoreEntry now = of(directory, name);
    return now.bytes == bytes && now.changedNanos == changedNanos;
  }

  private static Path file(Path directory, String name) {
    return new File(directory.toFile(), name).toPath();
  }

  /** As a line of the index, behind its mark. */
  String toLine(String mark) {
    return new IndexLine.Writer()
        .add(mark)
        .add(name)
        .add(bytes)
        .add(changedNanos)
        .add(problem)
        .toString();
  }

  /**
   * @throws IllegalArgumentException if that is no such line
   */
  static StoreEntry parse(String text) {
    IndexLine line = new IndexLine(text);
    line.next();
    return new StoreEntry(line.next(), line.nextNumber(), line.nextNumber(), line.next());
  }
}
