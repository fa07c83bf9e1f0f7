package dev.cleave.tuner.device;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One parsed line of mountinfo: a {@link Mount} with what places it in the tree of mounts. The
 * format is that of proc_pid_mountinfo(5).
 *
 * @param parent the id of the mount it lies on, which need not be visible to this process
 * @param root which directory of the file system is mounted: {@code /} but for bind mounts
 * @param fileSystem its type, as {@code ext4}
 */
record MountLine(int id, int parent, String root, String fileSystem, Mount mount) {
  private static final int FIELDS_BEFORE_OPTIONAL_ONES = 6;

  /**
   * The line with that text; null if it is no line of mountinfo.
   *
   * @param line one char per byte (ISO 8859-1), since mount points are bytes, not text
   */
  static @Nullable MountLine parse(String line) {
    String[] fields = line.split(" ", -1);
    int separator = FIELDS_BEFORE_OPTIONAL_ONES;
    while (separator < fields.length && !fields[separator].equals("-")) {
      separator++;
    }
    if (separator + 2 >= fields.length) {
      return null;
    }
    Set<String> options = new LinkedHashSet<>();
    addOptions(fields[5], options);
    for (int i = separator + 3; i < fields.length; i++) {
      addOptions(fields[i], options);
    }
    try {
      return new MountLine(
          Integer.parseInt(fields[0]),
          Integer.parseInt(fields[1]),
          decoded(fields[3]),
          decoded(fields[separator + 1]),
          new Mount(
              decoded(fields[4]),
              decoded(fields[separator + 2]),
              fields[2],
              new ArrayList<>(options)));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Whether a path, resolved and in text, is this mount's point or lies below it. */
  boolean covers(String path) {
    String point = mount.point();
    return path.startsWith(point)
        && (path.length() == point.length()
            || point.endsWith("/")
            || path.charAt(point.length()) == '/');
  }

  /** The value of the option {@code name=value}; null if there is none. */
  @Nullable String option(String name) {
    List<String> options = mount.options();
    for (String option : options) {
      if (option.length() > name.length()
          && option.startsWith(name)
          && option.charAt(name.length()) == '=') {
        return option.substring(name.length() + 1);
      }
    }
    return null;
  }

  /** Split before decoding: a comma inside a value is escaped (seq_show_option in the kernel). */
  private static void addOptions(String commaSeparated, Set<String> options) {
    for (String option : commaSeparated.split(",", -1)) {
      if (!option.isEmpty()) {
        options.add(decoded(option));
      }
    }
  }

  /** Undoes the kernel's octal escapes ({@code \040} is a space) and reads the bytes as UTF-8. */
  private static String decoded(String field) {
    byte[] bytes = new byte[field.length()];
    int length = 0;
    for (int i = 0; i < field.length(); i++) {
      int escaped = field.charAt(i) == '\\' ? octal(field, i + 1) : -1;
      bytes[length++] = (byte) (escaped < 0 ? field.charAt(i) : escaped);
      i += escaped < 0 ? 0 : 3;
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  private static int octal(String field, int start) {
    if (start + 3 > field.length()) {
      return -1;
    }
    int value = 0;
    for (int i = start; i < start + 3; i++) {
      int digit = field.charAt(i) - '0';
      if (digit < 0 || digit > 7) {
        return -1;
      }
      value = value * 8 + digit;
    }
    return value;
  }
}
