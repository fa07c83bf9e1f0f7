package dev.cleave.engine.tree;

import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.options.FileContent;
import dev.cleave.engine.options.OverwriteOptions;
import org.jspecify.annotations.Nullable;

/**
 * Whether a source and its target are one file, so that copying one to the other would destroy it:
 * the rules of GNU cp 9.1, with all their exceptions, one after the other.
 */
record SameFile(OverwriteOptions overwrite, FileContent content) {
  enum Verdict {
    /** The copy can do no harm. */
    HARMLESS,
    /** The target is what it shall become. */
    NOTHING_TO_DO,
    /** The source would be lost. */
    REFUSED
  }

  Verdict verdict(Encounter meeting) throws CopyFailure {
    boolean same = meeting.source().isSameFileAs(meeting.existing());
    if (same && content == FileContent.HARD_LINK) {
      return Verdict.NOTHING_TO_DO;
    }
    if (losesSource(meeting)) {
      return Verdict.REFUSED;
    }
    if (meeting.follows()) {
      return same ? ofFollowed(meeting) : Verdict.HARMLESS;
    }
    return meeting.source().isSymlink() && meeting.existing().isSymlink()
        ? ofSymlinks(meeting, same)
        : ofLinks(meeting, meeting.source(), meeting.existing());
  }

  /** A link is copied over itself: cp moves or removes it first, and then can't find its source. */
  private boolean losesSource(Encounter meeting) throws CopyFailure {
    return meeting.follows()
        && meeting.link().isSymlink()
        && (overwrite.removeFirst() || overwrite.backsUp())
        && content != FileContent.SYMBOLIC_LINK
        && isSameName(meeting.entry());
  }

  private Verdict ofFollowed(Encounter meeting) throws CopyFailure {
    FileStatus source = meeting.entry().source().status(false);
    FileStatus target = meeting.link();
    return source.isSymlink() && target.isSymlink() && overwrite.removeFirst()
        ? Verdict.HARMLESS
        : ofLinks(meeting, source, target);
  }

  private Verdict ofSymlinks(Encounter meeting, boolean same) throws CopyFailure {
    if (isSameName(meeting.entry())) {
      return Verdict.REFUSED;
    }
    // two names of one symbolic link are as alike as they can be
    return same && !overwrite.backsUp() ? Verdict.NOTHING_TO_DO : Verdict.HARMLESS;
  }

  /**
   * @param source what has the source's name, symbolic links not followed
   * @param target the same of the target
   */
  private Verdict ofLinks(Encounter meeting, FileStatus source, FileStatus target)
      throws CopyFailure {
    boolean sameLink = source.isSameFileAs(target);
    if (overwrite.backsUp()) {
      return ofBackup(meeting, source, target, sameLink);
    }
    if (overwrite.removeFirst()) {
      boolean otherName = sameLink && target.links() > 1 && !isSameName(meeting.entry());
      if (target.isSymlink() || otherName) {
        return Verdict.HARMLESS; // what is removed is not the source's name
      }
    }
    if (!source.isSymlink() && !target.isSymlink() && !sameLink) {
      return Verdict.HARMLESS;
    }
    if (content == FileContent.SYMBOLIC_LINK && target.isSymlink()) {
      return Verdict.HARMLESS;
    }
    return meeting.follows() ? Verdict.REFUSED : ofPointedTo(meeting, source, target);
  }

  private Verdict ofBackup(
      Encounter meeting, FileStatus source, FileStatus target, boolean sameLink)
      throws CopyFailure {
    if (sameLink) {
      return isSameName(meeting.entry()) ? Verdict.REFUSED : Verdict.HARMLESS;
    }
    // the backup would leave the source a link that dangles
    boolean pointsToTarget = source.isSymlink() && !target.isSymlink();
    return meeting.follows() && pointsToTarget ? Verdict.REFUSED : Verdict.HARMLESS;
  }

  /** Of a link that is not followed and a file: does it point there? */
  private Verdict ofPointedTo(Encounter meeting, FileStatus source, FileStatus target)
      throws CopyFailure {
    Entry entry = meeting.entry();
    @Nullable FileStatus sourceFile = source.isSymlink() ? entry.source().pointedTo() : source;
    @Nullable FileStatus targetFile = target.isSymlink() ? entry.target().pointedTo() : target;
    if (sourceFile == null || targetFile == null || !sourceFile.isSameFileAs(targetFile)) {
      return Verdict.HARMLESS;
    }
    if (content == FileContent.HARD_LINK) {
      return target.isSymlink() ? Verdict.HARMLESS : Verdict.NOTHING_TO_DO;
    }
    return Verdict.REFUSED;
  }

  /** Whether both names are one entry of one directory, however they are written. */
  private static boolean isSameName(Entry entry) throws CopyFailure {
    SourceName source = entry.source();
    return source.entry().fileName().equals(entry.target().entry())
        && source.directoryStatus().isSameFileAs(entry.target().parent().before());
  }
}
