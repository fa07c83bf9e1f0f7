package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.FileStatus;

/** What of a copy could not be created, in cp's words; the reason comes behind it. */
final class CannotCreate {
  private CannotCreate() {}

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
