package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.options.OverwriteOptions;
import org.jspecify.annotations.Nullable;

/** How copies come by their names, as GNU cp 9.1 has it. Several workers may use it. */
final class TargetRules {
  private final CopyOptions options;
  private final NamedCopies namedCopies;

  TargetRules(CopySession session) {
    this.options = session.options();
    this.namedCopies = session.namedCopies();
  }

  /**
   * How the copy of the source comes by its name; null if there shall be none.
   *
   * @throws CopyFailure in cp's words, if there can't be one
   */
  @Nullable Takeover decide(Entry entry, FileStatus source, CopyForm form, EntryReport report)
      throws CopyFailure {
    OverwriteOptions overwrite = options.overwrite();
    if (overwrite.backsUp()) {
      return isBackupOfItself(entry, source)
          ? decision(ownBackup(entry), source, form, overwrite.withoutBackup()).takeover(report)
          : decision(entry, source, form, overwrite).takeover(report);
    }
    if (namedCopies.isRepeated(entry, source)) {
      BytePath shown = entry.source().shown();
      report.warn("warning: source file " + shown.quoted() + " specified more than once");
      return null;
    }
    return decision(entry, source, form, overwrite).takeover(report);
  }

  private TargetDecision decision(
      Entry entry, FileStatus source, CopyForm form, OverwriteOptions overwrite) {
    return new TargetDecision(options, overwrite, namedCopies, entry, source, form);
  }

  /** As cp has it: {@code -f --backup} of a file to itself makes nothing but the backup. */
  private boolean isBackupOfItself(Entry entry, FileStatus source) {
    if (!entry.named()
        || !options.overwrite().force()
        || !entry.source().shown().equals(entry.target().shown())) {
      return false;
    }
    @Nullable FileStatus file = source.isSymlink() ? entry.source().pointedTo() : source;
    return file != null && file.isRegular();
  }

  private Entry ownBackup(Entry entry) throws CopyFailure {
    TargetName target = entry.target();
    try {
      return entry.withTarget(BackupName.next(target, options.overwrite()).name());
    } catch (SyscallException e) {
      throw CopyFailure.of(target.shown(), "cannot backup " + target.shown().quoted(), e);
    }
  }
}
