package dev.cleave.engine.tree;

import dev.cleave.engine.CopyItem;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.options.TreeOptions;

/** What becomes of an entry that is no directory. */
enum CopyForm {
  /** A file with what can be read from the source, or with its attributes alone. */
  DATA,
  /** One more name of the source. */
  HARD_LINK,
  /** A symbolic link that points to the source. */
  LINK_TO_SOURCE,
  /** A symbolic link that points to where the source does. */
  SYMLINK,
  /** A pipe, a socket or a device. */
  SPECIAL;

  /**
   * What is created, in cp's words.
   *
   * @param source of which this is the form
   */
  String described(FileStatus source, CopyItem item) {
    String to = item.target().quoted();
    String both = to + " to " + item.source().quoted();
    return switch (this) {
      case DATA -> "regular file " + to;
      case SYMLINK -> "symbolic link " + to;
      case LINK_TO_SOURCE -> "symbolic link " + both;
      case HARD_LINK -> "hard link " + both;
      case SPECIAL -> (source.isFifo() ? "fifo " : "special file ") + to;
    };
  }

  static CopyForm of(FileStatus source, TreeOptions options) {
    boolean copiesContents = !options.recursive() || options.copyContents();
    return switch (options.content()) {
      case HARD_LINK -> HARD_LINK;
      case SYMBOLIC_LINK -> LINK_TO_SOURCE;
      case DATA, ATTRIBUTES_ONLY -> {
        if (source.isSymlink()) {
          yield SYMLINK;
        }
        yield source.isRegular() || copiesContents ? DATA : SPECIAL;
      }
    };
  }
}
