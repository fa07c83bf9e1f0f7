package dev.cleave.tuner.profile;

import dev.cleave.tuner.file.AtomicFile;
import dev.cleave.tuner.measure.Clock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hints of a user's copies, one for each pair of devices and clock, in a flat file beside his
 * profiles: {@value #FILE_NAME}. It is no profile, no copy without {@code --adapt} reads it, and
 * nothing in it says TUNED.
 *
 * <p>What can't be read counts as not there: a hint is worth no error.
 */
public final class HintStore {
  static final String FILE_NAME = "hints.tsv";

  private static final String HEADER =
      "# cleave.hints/1\tsource\tdestination\tclock\tbackend\tsplitDepth\tchunkBytes\tqueueDepth"
          + "\tratio\tcreated";

  /** The oldest are forgotten. */
  private static final int MOST_HINTS = 1_000;

  private final Path directory;

  /**
   * @param directory where the user's profiles are
   */
  public HintStore(Path directory) {
    this.directory = directory;
  }

  /** The hint for a pair of devices; null if there is none. */
  public @Nullable PlanHint find(String source, String destination, Clock clock) {
    for (PlanHint hint : all()) {
      if (hint.isFor(source, destination, clock)) {
        return hint;
      }
    }
    return null;
  }

  /** All of them, the latest first. */
  public List<PlanHint> all() {
    Path file = directory.resolve(FILE_NAME);
    FileStatus status = FileStatus.of(file);
    if (status == null || !status.distrust(FileStatus.ownUser()).isEmpty()) {
      return List.of();
    }
    List<PlanHint> hints = new ArrayList<>();
    try {
      byte[] content = SmallFile.read(file, SmallFile.MAX_BYTES);
      String[] lines = new String(content, StandardCharsets.UTF_8).split("\n", -1);
      if (!lines[0].equals(HEADER)) {
        return List.of();
      }
      for (int i = 1; i < lines.length; i++) {
        add(lines[i], hints);
      }
    } catch (IOException e) {
      return List.of();
    }
    return hints;
  }

  private static void add(String line, List<PlanHint> hints) {
    try {
      hints.add(PlanHint.parse(line));
    } catch (IllegalArgumentException e) {
      // one that a person or another version wrote; the next save drops it
    }
  }

  /**
   * Keeps a hint in the place of an earlier one for the same pair and clock.
   *
   * @return the file
   */
  public Path keep(PlanHint hint) throws IOException {
    ProfileStore.create(directory);
    return StoreLock.locked(directory, () -> write(hint));
  }

  private Path write(PlanHint hint) throws IOException {
    StringBuilder text = new StringBuilder(HEADER).append('\n').append(hint.toLine()).append('\n');
    int kept = 1;
    for (PlanHint other : all()) {
      if (kept < MOST_HINTS && !other.isFor(hint.source(), hint.destination(), hint.clock())) {
        text.append(other.toLine()).append('\n');
        kept++;
      }
    }
    return AtomicFile.publish(
        directory.resolve(FILE_NAME), text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
