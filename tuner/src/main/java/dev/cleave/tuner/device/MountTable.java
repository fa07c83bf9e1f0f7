package dev.cleave.tuner.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The mounts that a process sees, and which of them holds a path. */
final class MountTable {
  /** Room for more mounts than the kernel allows in a namespace (fs.mount-max: 100,000). */
  private static final int MOST_BYTES = 64 << 20;

  private final List<MountLine> lines = new ArrayList<>();
  private final Set<Integer> ids = new HashSet<>();

  private MountTable(String text) {
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      MountLine line = MountLine.parse(text.substring(start, end));
      if (line != null) {
        lines.add(line);
        ids.add(line.id());
      }
      start = end + 1;
    }
  }

  /**
   * Reads a file in the format of /proc/self/mountinfo; what is no such line is skipped.
   *
   * @throws IOException if the file can't be read
   */
  static MountTable read(Path mountInfo) throws IOException {
    byte[] bytes = BoundedFile.read(mountInfo, MOST_BYTES);
    return new MountTable(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  /** All of them, in the order of the file. */
  List<MountLine> lines() {
    return Collections.unmodifiableList(lines);
  }

  /**
   * The mount that a path lies on; null if none covers it (in a chroot the root's own mount is not
   * listed).
   *
   * <p>Walks from mount to mount by parent ids, as the kernel resolves a name. The longest prefix
   * alone would be wrong: a mount on {@code /a} hides an earlier one on {@code /a/b}.
   *
   * @param path absolute, without symbolic links
   */
  @Nullable MountLine mountOf(Path path) {
    String text = inText(path);
    MountLine found = null;
    for (int steps = 0; steps < lines.size(); steps++) {
      MountLine next = firstCrossed(found, text);
      if (next == null) {
        break;
      }
      found = next;
    }
    return found;
  }

  /** Of the mounts upon one mount (null: upon none that we see), the first on the way to a path. */
  private @Nullable MountLine firstCrossed(@Nullable MountLine below, String path) {
    MountLine first = null;
    for (MountLine line : lines) {
      if (liesOn(line, below)
          && line.covers(path)
          && (first == null || line.mount().point().length() <= first.mount().point().length())) {
        first = line;
      }
    }
    return first;
  }

  private boolean liesOn(MountLine line, @Nullable MountLine below) {
    if (line.parent() == line.id() || !ids.contains(line.parent())) {
      return below == null;
    }
    return below != null && line.parent() == below.id();
  }

  /**
   * A path as UTF-8 text in any locale: {@link Path#toString} loses bytes that the locale can't
   * decode, the URI keeps them.
   */
  private static String inText(Path path) {
    String text = path.toUri().getPath();
    return text.length() > 1 && text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }
}
