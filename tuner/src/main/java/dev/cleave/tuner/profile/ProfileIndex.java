package dev.cleave.tuner.profile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The plans of a store's profiles as a flat table, {@value #FILE_NAME}, beside the JSON.
 *
 * <p>It lies on the start-up path of every copy: one small file, read without Jackson, regular
 * expressions or lambdas. Whatever is wrong with it is a warning, since a copy goes on without.
 *
 * @param plans in the order of the file: of newer profiles first
 * @param warnings what was skipped and why, each naming file and line
 */
public record ProfileIndex(List<IndexedPlan> plans, List<String> warnings) {
  static final String FILE_NAME = "index.tsv";

  /** The first line; the number rises when a reader of today would misread the rest. */
  private static final String HEADER = "# cleave.index/1";

  public ProfileIndex {
    plans = List.copyOf(plans);
    warnings = List.copyOf(warnings);
  }

  /** Reads the index of the store in {@code directory}; without one, there are no profiles. */
  public static ProfileIndex read(Path directory) {
    Path file = directory.resolve(FILE_NAME);
    try {
      return parse(file, new String(SmallFile.read(file), StandardCharsets.UTF_8));
    } catch (NoSuchFileException | AccessDeniedException e) { // none, or another user's
      return new ProfileIndex(List.of(), List.of());
    } catch (BadProfileException e) {
      return unusable(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return unusable(file + ": can't be read: " + e);
    }
  }

  private static ProfileIndex unusable(String why) {
    return new ProfileIndex(List.of(), List.of(why + "; its profiles are not used"));
  }

  private static ProfileIndex parse(Path file, String text) {
    List<IndexedPlan> plans = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    int headerEnd = endOfLine(text, 0);
    if (!isHeader(text.substring(0, headerEnd))) {
      return unusable(file + ": the first line is not '" + HEADER + "'");
    }
    int number = 2;
    for (int from = headerEnd + 1; from < text.length(); number++) {
      int end = endOfLine(text, from);
      try {
        plans.add(IndexedPlan.parse(text.substring(from, end)));
      } catch (IllegalArgumentException e) {
        warnings.add(file + ", line " + number + ": skipped: " + e.getMessage());
      }
      from = end + 1;
    }
    return new ProfileIndex(plans, warnings);
  }

  private static int endOfLine(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private static boolean isHeader(String line) {
    return line.equals(HEADER) || line.startsWith(HEADER + "\t");
  }

  /** The index of these profiles, as it is written. */
  static byte[] written(List<Profile> profiles) {
    StringBuilder text = new StringBuilder(HEADER + "\t" + IndexedPlan.COLUMNS + "\n");
    for (Profile profile : profiles) {
      for (IndexedPlan plan : profile.indexed()) {
        text.append(plan.toLine()).append('\n');
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
