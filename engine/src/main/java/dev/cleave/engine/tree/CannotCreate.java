package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.CopyItem;
import dev.cleave.engine.linux.FileStatus;

/** What of a copy could not be created, in cp's words; the reason comes behind it. */
final class CannotCreate {
  private CannotCreate() {}

  /** What the item would have become in that form. */
  static String of(CopyForm form, FileStatus source, CopyItem item) {
    return switch (form) {
      case DATA -> regularFile(item.target());
      case SYMLINK -> symlink(item.target());
      case LINK_TO_SOURCE -> symlinkTo(item.target(), item.source());
      case HARD_LINK -> hardLink(item.target(), item.source());
      case SPECIAL -> special(item.target(), source);
    };
  }

  static String regularFile(BytePath target) {
    return "cannot create regular file " + target.quoted();
  }

  static String directory(BytePath target) {
    return "cannot create directory " + target.quoted();
  }

  static String hardLink(BytePath target, BytePath other) {
    return "cannot create hard link " + target.quoted() + " to " + other.quoted();
  }

  /** A symbolic link that is copied as what it is. */
  static String symlink(BytePath target) {
    return "cannot create symbolic link " + target.quoted();
  }

  /** A symbolic link in the place of a copy. */
  static String symlinkTo(BytePath target, BytePath source) {
    return symlink(target) + " to " + source.quoted();
  }

  static String special(BytePath target, FileStatus source) {
    return "cannot create " + (source.isFifo() ? "fifo " : "special file ") + target.quoted();
  }
}
