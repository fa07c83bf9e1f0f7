package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import java.util.zip.CRC32C;

/**
 * The names beside a target under which {@code --resume} keeps the data and the journal.
 *
 * @param part {@code .NAME.cleave-part}
 * @param journal {@code .NAME.cleave-journal}
 */
record ResumeNames(TargetName part, TargetName journal) {
  private static final String PART = ".cleave-part";
  private static final String JOURNAL = ".cleave-journal";
  private static final int LONGEST_NAME_BYTES = 255; // NAME_MAX, linux/limits.h

  /** The same for the same target each time. */
  static ResumeNames of(TargetName target) {
    byte[] name = target.entry().bytes();
    byte[] kept = 1 + name.length + JOURNAL.length() > LONGEST_NAME_BYTES ? hashed(name) : name;
    return new ResumeNames(
        target.sibling(joined(kept, PART)), target.sibling(joined(kept, JOURNAL)));
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
