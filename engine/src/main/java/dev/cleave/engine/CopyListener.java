package dev.cleave.engine;

import java.util.List;

/**
 * Hears what a copy does. Workers call it, several at once: it must be quick and thread-safe.
 * {@link #finished}, {@link #warned} and {@link #failed} come one at a time.
 */
public interface CopyListener {
  CopyListener NONE = new CopyListener() {};

  /** Whether the calls that come once an entry is done shall come in the order of the walk. */
  default boolean wantsOrder() {
    return false;
  }

  /** A regular file is being copied; more than one region if it is split. */
  default void fileStarted(CopyItem file, long bytes, List<ByteRange> regions) {}

  /**
   * So many more bytes of the region are done: copied, or a hole that need not be. Over a file they
   * add up to its size.
   */
  default void advanced(ByteRange region, long bytes) {}

  /** So many more bytes of a copy were read back and compared with the source. */
  default void verified(long bytes) {}

  /** A directory above what the user named was made. */
  default void parentMade(CopyItem parent) {}

  /** A file or link was to be copied, and that went wrong: {@link #failed} says how. */
  default void attempted(CopyItem item) {}

  /** A file, directory or link has its final name. */
  default void finished(CopyItem item) {}

  /**
   * The same, where what had the name before now has another.
   *
   * @param backup the name it has, as the user would write it
   */
  default void finishedWithBackup(CopyItem item, BytePath backup) {
    finished(item);
  }

  /**
   * What had the target's name is gone, and what takes its place is not the same file: cp's {@code
   * removed} line, before or after that of the copy, as cp has it.
   */
  default void removed(BytePath target) {}

  /** A file or link needs no copying, since an earlier copy has finished it. */
  default void kept(CopyItem item) {}

  /** How the data of a file came to where it is; right after it has its final name. */
  default void traced(CopyItem item, DataTrace trace) {}

  /** What would be done with an entry: of {@link CopyEngine#rehearse} alone. */
  default void intended(Intent intent) {}

  /** Something worth knowing that is no error. */
  default void warned(String message) {}

  /** A path could not be copied; the rest goes on. */
  default void failed(CopyError error) {}
}
