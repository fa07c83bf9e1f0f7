package dev.cleave.tuner.profile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plans of a store's profiles as a flat table, {@value #FILE_NAME}, beside the JSON.
 *
 * <p>It lies on the start-up path of every copy: one small file, read without Jackson, regular
 * expressions or lambdas. Whatever is wrong with it is a warning, since a copy goes on without. It
 * remembers size and change time of each JSON file; where these are others by now, the store is
 * read itself and the index written anew: somebody may put profiles there by hand.
 *
 * @param plans of newer profiles first
 * @param warnings what was skipped and why, each naming the file
 */
public record ProfileIndex(StoreOrigin origin, List<IndexedPlan> plans, List<String> warnings) {
  static final String FILE_NAME = "index.tsv";

  /** The first line; the number rises when a reader of today would misread the rest. */
  private static final String HEADER = "# cleave.index/3";

  /** What a line of a {@link StoreEntry} begins with: no id is like that. */
  private static final String ENTRY = "=";

  public ProfileIndex {
    plans = List.copyOf(plans);
    warnings = List.copyOf(warnings);
  }

  /** The index of the store in {@code directory}; empty if there is none. */
  public static ProfileIndex read(Path directory, StoreOrigin origin) {
    List<String> names = StoreEntry.names(directory);
    Path file = directory.resolve(FILE_NAME);
    FileStatus status = FileStatus.of(file);
    if (names.isEmpty() && status == null) {
      return empty(origin);
    }
    if (origin != StoreOrigin.SHIPPED && status != null) {
      int ownUser = FileStatus.ownUser();
      if (status.isForeignTo(ownUser)) {
        return unusable(origin, file + ": " + status.distrust(ownUser));
      }
      if (status.isWritableByOthers()) {
        return fromStore(directory, origin);
      }
    }
    ProfileIndex index = status == null ? null : current(directory, origin, names);
    return index == null ? fromStore(directory, origin) : index;
  }

  private static ProfileIndex empty(StoreOrigin origin) {
    return new ProfileIndex(origin, List.of(), List.of());
  }

  private static ProfileIndex unusable(StoreOrigin origin, String why) {
    return new ProfileIndex(origin, List.of(), List.of(why));
  }

  /** The one path that needs Jackson. */
  private static ProfileIndex fromStore(Path directory, StoreOrigin origin) {
    return new ProfileStore(directory, origin).indexed();
  }

  /** The index as it was written; null if it isn't one, or the store has changed since. */
  private static @Nullable ProfileIndex current(
      Path directory, StoreOrigin origin, List<String> names) {
    try {
      byte[] bytes = SmallFile.read(directory.resolve(FILE_NAME), SmallFile.MAX_INDEX_BYTES);
      return parse(directory, origin, names, new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException | IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable ProfileIndex parse(
      Path directory, StoreOrigin origin, List<String> names, String text) {
    List<IndexedPlan> plans = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    int headerEnd = endOfLine(text, 0);
    if (!isHeader(text.substring(0, headerEnd))) {
      return null;
    }
    int entries = 0;
    for (int from = headerEnd + 1; from < text.length(); ) {
      int end = endOfLine(text, from);
      String line = text.substring(from, end);
      if (line.startsWith(ENTRY)) {
        StoreEntry entry = StoreEntry.parse(line);
        if (entries == names.size()
            || !entry.name().equals(names.get(entries))
            || !entry.isUnchanged(directory)) {
          return null;
        }
        entries++;
        addProblem(directory, entry, warnings);
      } else {
        plans.add(IndexedPlan.parse(line));
      }
      from = end + 1;
    }
    return entries == names.size() ? new ProfileIndex(origin, plans, warnings) : null;
  }

  private static void addProblem(Path directory, StoreEntry entry, List<String> warnings) {
    if (!entry.problem().isEmpty()) {
      warnings.add(directory + "/" + entry.name() + ": " + entry.problem());
    }
  }

  private static int endOfLine(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private static boolean isHeader(String line) {
    return line.equals(HEADER) || line.startsWith(HEADER + "\t");
  }

  /** The index of what a store holds. */
  static ProfileIndex of(Path directory, StoreOrigin origin, StoreContent content) {
    List<IndexedPlan> plans = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (ProfileDocument document : content.newestFirst()) {
      plans.addAll(document.profile().indexed());
    }
    for (StoreEntry entry : content.entries()) {
      addProblem(directory, entry, warnings);
    }
    return new ProfileIndex(origin, plans, warnings);
  }

  /** The same where the file itself stays as it is. */
  ProfileIndex outOfDate(Path directory) {
    List<String> told = new ArrayList<>(warnings);
    told.add(
        directory
            + ": its index is out of date, so that each copy reads all its profiles;"
            + " its owner's 'cleave profile validate' mends that, or says what hinders it");
    return new ProfileIndex(origin, plans, told);
  }

  /** The same as it is written. */
  static byte[] written(StoreContent content) {
    StringBuilder text = new StringBuilder(HEADER + "\t" + IndexedPlan.COLUMNS + "\n");
    for (StoreEntry entry : content.entries()) {
      text.append(entry.toLine(ENTRY)).append('\n');
    }
    for (ProfileDocument document : content.newestFirst()) {
      for (IndexedPlan plan : document.profile().indexed()) {
        text.append(plan.toLine()).append('\n');
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
