package dev.cleave.engine.tree;

import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.options.OverwriteOptions;
import org.jspecify.annotations.Nullable;

/**
 * How a copy comes by its name.
 *
 * @param existing what has the name, symbolic links not followed; null if it is free
 */
record Takeover(
    TargetName target, @Nullable FileStatus existing, Way way, OverwriteOptions overwrite) {
  /** What becomes of the one that has the name. */
  enum Way {
    /** There is none. */
    NEW,
    /** It gets other content and stays the same file, as far as anybody can see. */
    OVERWRITE,
    /** It goes. cp removes it first; here the copy takes its place in one step. */
    REMOVE,
    /** The same, of one that can't be written to. */
    REMOVE_UNWRITABLE,
    /** It gets another name. */
    BACK_UP,
    /** It stays, for an update finds that it is not older, and stands for a copy of the source. */
    LEAVE
  }

  /** The step that gives the copy its name, whoever has that. */
  @FunctionalInterface
  interface Rename {
    void run() throws SyscallException;
  }

  Takeover by(Way other) {
    return new Takeover(target, existing, other, overwrite);
  }

  /** Whether the copy is another file than the one that has the name. */
  boolean replaces() {
    return way == Way.REMOVE || way == Way.REMOVE_UNWRITABLE || way == Way.BACK_UP;
  }

  /** Does what the way asks for around the step, and reports it. */
  void run(Rename rename, EntryReport report) throws CopyFailure, SyscallException {
    switch (way) {
      case NEW, OVERWRITE -> rename.run();
      case REMOVE, REMOVE_UNWRITABLE -> {
        rename.run();
        report.removed(target.shown(), way == Way.REMOVE);
      }
      case BACK_UP -> backUp(rename, report);
      case LEAVE -> throw new IllegalStateException("nothing takes the name");
    }
  }

  private void backUp(Rename rename, EntryReport report) throws CopyFailure, SyscallException {
    Backup backup = backup(report);
    try {
      rename.run();
    } catch (SyscallException e) {
      if (backup != null) {
        backup.undo();
      }
      throw e;
    }
    if (backup != null) {
      report.backedUp(backup.shown());
    }
  }

  private @Nullable Backup backup(EntryReport report) throws CopyFailure {
    try {
      return Backup.make(target, overwrite);
    } catch (CopyFailure e) {
      report.notAttempted();
      throw e;
    }
  }

  /**
   * What a failed system call means in cp's words.
   *
   * @param doing what cp was about if the old file was not in its way
   * @param report of an entry that cp would not have begun with if it was
   */
  CopyFailure failure(String doing, SyscallException e, EntryReport report) {
    boolean inRenaming = e.call().equals("renameat2");
    boolean forbidden = e.is(Errno.EACCES, Errno.EROFS) || (inRenaming && e.is(Errno.EPERM));
    if (forbidden && (way == Way.REMOVE || way == Way.BACK_UP)) {
      report.notAttempted();
    }
    String first =
        switch (way) {
          case NEW, OVERWRITE, LEAVE -> doing;
          case REMOVE, REMOVE_UNWRITABLE ->
              forbidden ? "cannot remove " + target.shown().quoted() : doing;
          case BACK_UP -> forbidden ? "cannot backup " + target.shown().quoted() : doing;
        };
    return CopyFailure.of(target.shown(), first, e);
  }
}
