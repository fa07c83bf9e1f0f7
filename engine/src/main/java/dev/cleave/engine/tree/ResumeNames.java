package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The names beside a target under which {@code --resume} keeps the data and the journal.
 *
 * @param part {@code .NAME.cleave-part}
 * @param journal {@code .NAME.cleave-journal}
 */
record ResumeNames(TargetName part, TargetName journal) {
  private static final String PART = ".cleave-part";
  private static final String JOURNAL = ".cleave-journal";
  private static final BytePath JOURNAL_END = BytePath.of(JOURNAL);
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{1,8}");
  private static final int LONGEST_NAME_BYTES = 255; // NAME_MAX, linux/limits.h

  /** The same for the same target each time. */
  static ResumeNames of(TargetName target) {
    byte[] name = target.entry().bytes();
    byte[] kept = isLong(name) ? hashed(name) : name;
    return new ResumeNames(
        target.sibling(joined(kept, PART)), target.sibling(joined(kept, JOURNAL)));
  }

  /**
   * The target that a journal of that name is for, or what stands for it, see {@link #standsFor};
   * null if it is no journal.
   */
  static @Nullable BytePath targetOf(BytePath journal) {
    byte[] name = journal.bytes();
    int length = name.length - 1 - JOURNAL.length();
    return length < 1 || name[0] != '.' || !journal.endsWith(JOURNAL_END)
        ? null
        : BytePath.of(Arrays.copyOfRange(name, 1, 1 + length));
  }

  /** Whether it may be what stands for a target whose own name is too long. */
  static boolean maybeHash(BytePath name) {
    return HASH.matcher(name.toString()).matches();
  }

  /** Whether journals of the target bear the hash in the place of its name. */
  static boolean standsFor(BytePath hash, BytePath target) {
    byte[] name = target.bytes();
    return isLong(name) && Arrays.equals(hashed(name), hash.bytes());
  }

  private static boolean isLong(byte[] name) {
    return 1 + name.length + JOURNAL.length() > LONGEST_NAME_BYTES;
  }

  /** Two long names with one hash get in each other's way, but the journal keeps them apart. */
  private static byte[] hashed(byte[] name) {
    CRC32C hash = new CRC32C();
    hash.update(name);
    return BytePath.of(Long.toHexString(hash.getValue())).bytes();
  }

  private static BytePath joined(byte[] name, String suffix) {
    byte[] end = BytePath.of(suffix).bytes();
    byte[] joined = new byte[1 + name.length + end.length];
    joined[0] = '.';
    System.arraycopy(name, 0, joined, 1, name.length);
    System.arraycopy(end, 0, joined, 1 + name.length, end.length);
    return BytePath.of(joined);
  }
}
