package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.options.BackupControl;
import dev.cleave.engine.options.Confirmation;
import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.options.FileContent;
import dev.cleave.engine.options.OverwriteOptions;
import dev.cleave.engine.options.UpdateMode;
import dev.cleave.engine.tree.Takeover.Way;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the target of one entry, in the order in which GNU cp 9.1 asks: it is left alone,
 * refused, written over, removed, or kept under another name.
 */
final class TargetDecision {
  private static final int MAY_WRITE = 2; // W_OK of unistd.h

  private final CopyOptions options;
  private final Entry entry;
  private final TargetName target;
  private final FileStatus source;
  private final CopyForm form;
  private final OverwriteOptions overwrite;
  private final NamedCopies namedCopies;
  private final boolean follows;

  /**
   * Of one entry.
   *
   * @param overwrite in the place of those of the options
   */
  TargetDecision(
      CopyOptions options,
      OverwriteOptions overwrite,
      NamedCopies namedCopies,
      Entry entry,
      FileStatus source,
      CopyForm form) {
    this.options = options;
    this.namedCopies = namedCopies;
    this.entry = entry;
    this.target = entry.target();
    this.source = source;
    this.form = form;
    this.overwrite = overwrite;
    this.follows = options.tree().dereference().follows(entry.named());
  }

  /**
   * Null if there shall be no copy.
   *
   * @param report told of what cp begins with although it can't be
   * @throws CopyFailure in cp's words, if there can't be one
   */
  @Nullable Takeover takeover(EntryReport report) throws CopyFailure {
    @Nullable FileStatus there = target.status();
    @Nullable FileStatus link = there == null ? namedCopies.planned(entry) : there;
    if (link == null) {
      return new Takeover(target, null, Way.NEW, overwrite);
    }
    @Nullable FileStatus existing;
    try {
      existing = link.isSymlink() && writesThroughLinks() ? target.followed() : link;
    } catch (CopyFailure e) {
      if (overwrite.force() && Errno.ELOOP.equals(e.errno())) {
        return new Takeover(target, link, Way.REMOVE_UNWRITABLE, overwrite);
      }
      throw e;
    }
    if (existing == null) {
      refuseOwnSymlink(link);
      report.attempted(entry.item());
      throw refused("not writing through dangling symlink " + quoted());
    }
    @Nullable Way way = way(new Encounter(entry, source, follows, existing, link));
    return way == null ? null : new Takeover(target, link, way, overwrite);
  }

  private boolean writesThroughLinks() {
    return form == CopyForm.DATA && !overwrite.backsUp() && !overwrite.removeFirst();
  }

  private @Nullable Way way(Encounter meeting) throws CopyFailure {
    FileStatus existing = meeting.existing();
    if (isLeftAlone()) {
      return null;
    }
    SameFile.Verdict verdict = sameFile(meeting);
    if (isNotOlder(existing)) {
      return Way.LEAVE;
    }
    if (!isConfirmed(existing) || verdict == SameFile.Verdict.NOTHING_TO_DO) {
      return null;
    }
    if (existing.isDirectory()) {
      throw refused("cannot overwrite directory " + quoted() + " with non-directory");
    }
    boolean isBehindLink = meeting.link().isSymlink() && !existing.isSymlink();
    if (!isBehindLink
        && overwrite.backup() != BackupControl.NUMBERED
        && namedCopies.isJustCreated(entry)) {
      throw refused(
          "will not overwrite just-created "
              + quoted()
              + " with "
              + entry.source().shown().quoted());
    }
    Way way = wayOf(existing);
    if (way == Way.OVERWRITE) {
      refuseOwnSymlink(meeting.link());
    }
    return way;
  }

  /** Whether the target is let be, whatever it is. */
  private boolean isLeftAlone() throws CopyFailure {
    if (overwrite.update() == UpdateMode.NONE_FAIL) {
      throw refused("not replacing " + quoted());
    }
    return overwrite.update() == UpdateMode.NONE;
  }

  /** Throws if it is one that would destroy the source. */
  private SameFile.Verdict sameFile(Encounter meeting) throws CopyFailure {
    SameFile.Verdict verdict = new SameFile(overwrite, options.tree().content()).verdict(meeting);
    if (verdict == SameFile.Verdict.REFUSED) {
      BytePath shown = entry.source().shown();
      throw CopyFailure.refused(shown, shown.quoted() + " and " + quoted() + " are the same file");
    }
    return verdict;
  }

  private boolean isNotOlder(FileStatus existing) {
    boolean preserved = options.preserve().timestamps();
    return overwrite.update() == UpdateMode.OLDER
        && !ModificationTimes.isOlder(existing, source, preserved);
  }

  private boolean isConfirmed(FileStatus existing) {
    if (!overwrite.asks()) {
      return true;
    }
    boolean unwritable = !existing.isSymlink() && !mayWrite();
    return overwrite
        .confirmation()
        .mayReplace(target.shown(), unwritable ? existing.permissions() : Confirmation.WRITABLE);
  }

  private boolean mayWrite() {
    try {
      target
          .directory()
          .syscalls()
          .faccessat(target.directory().number(), target.entry(), MAY_WRITE);
      return true;
    } catch (SyscallException e) {
      return false;
    }
  }

  private Way wayOf(FileStatus existing) throws CopyFailure {
    if (overwrite.backsUp()) {
      refuseOwnBackup();
      return Way.BACK_UP;
    }
    return overwrite.removeFirst() || isRemovedByImplication(existing) ? Way.REMOVE : Way.OVERWRITE;
  }

  private boolean isRemovedByImplication(FileStatus existing) {
    boolean loosensLinks = options.preserve().links() && existing.links() > 1;
    boolean isOtherKind = !follows && !source.isRegular();
    return options.tree().content() != FileContent.ATTRIBUTES_ONLY && (loosensLinks || isOtherKind);
  }

  /** The backup of {@code a} would be {@code a~}, which is what is to be copied. */
  private void refuseOwnBackup() throws CopyFailure {
    TargetName backup = target.withSuffix(overwrite.backupSuffix());
    if (overwrite.backup() == BackupControl.NUMBERED
        || !entry.source().entry().fileName().equals(backup.entry())) {
      return;
    }
    @Nullable FileStatus there = backup.followed();
    if (there != null && there.isSameFileAs(source)) {
      throw refused(
          "backing up "
              + quoted()
              + " might destroy source;  "
              + entry.source().shown().quoted()
              + " not copied");
    }
  }

  private void refuseOwnSymlink(FileStatus link) throws CopyFailure {
    if (!overwrite.backsUp() && link.isSymlink() && namedCopies.isJustCreated(entry)) {
      throw refused(
          "will not copy "
              + entry.source().shown().quoted()
              + " through just-created symlink "
              + quoted());
    }
  }

  private String quoted() {
    return target.shown().quoted();
  }

  private CopyFailure refused(String message) {
    return CopyFailure.refused(target.shown(), message);
  }
}
