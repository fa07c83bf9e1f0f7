package dev.cleave.engine.tree;

import dev.cleave.engine.CopyItem;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.options.FileContent;
import dev.cleave.engine.options.TreeOptions;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Copies one entry that is no directory: finds out what becomes of it and of what has its name, and
 * leaves the rest to the one who can. Several workers may use it.
 */
final class EntryCopy {
  private final CopySession session;
  private final MetadataCopy metadata;
  private final TreeOptions options;
  private final SharedNames sharedNames;
  private final TargetRules rules;
  private final FinishedEntries finished;
  private final LinkCopy links;
  private final SymlinkCopy symlinks;
  private final SpecialFileCopy specialFiles;

  EntryCopy(CopySession session, MetadataCopy metadata) {
    this.session = session;
    this.metadata = metadata;
    this.options = session.options().tree();
    this.sharedNames = SharedNames.of(session.options());
    this.rules = new TargetRules(session);
    this.finished = new FinishedEntries(session, metadata);
    this.symlinks = new SymlinkCopy(session, metadata);
    this.links = new LinkCopy(session, symlinks);
    this.specialFiles = new SpecialFileCopy(session, metadata);
  }

  /**
   * Copies the entry, or reports why it can't be, and lets go of its directory. If it is a further
   * name of a file that is just being copied, whoever copies that does it later.
   *
   * @throws java.util.concurrent.CancellationException if the copy was cancelled
   */
  void copy(Entry entry) {
    new EntryTurn(session, this, entry).take();
  }

  /**
   * Copies the entry unless it is one of several names.
   *
   * @param asOne whether it is copied even then
   * @return what the source is if it has further names and nothing was copied; null otherwise
   */
  @Nullable FileStatus copy(Entry entry, boolean asOne, EntryReport report) throws IOException {
    session.stop().check();
    boolean copiesData = options.content() == FileContent.DATA;
    if (entry.kind() == EntryKind.REGULAR && entry.target().parent().isNew() && copiesData) {
      report.attempted(entry.item()); // and nothing more is looked at
      return copyData(entry, freeName(entry), false, true, asOne, report);
    }
    boolean follows = options.dereference().follows(entry.named());
    FileStatus status = entry.source().status(follows);
    if (!asOne && sharedNames.mayHave(entry, status)) {
      return status;
    }
    if (finished.keeps(entry, status, report)) {
      session.namedCopies().created(entry);
      return null;
    }
    CopyForm form = CopyForm.of(status, options);
    Takeover takeover = rules.decide(entry, status, form, report);
    if (takeover == null) {
      return null;
    }
    if (takeover.way() == Takeover.Way.LEAVE) {
      report.stands();
      return null;
    }
    report.attempted(item(entry, takeover));
    switch (form) {
      case DATA -> copyData(entry, takeover, follows, status.isRegular(), true, report);
      case HARD_LINK -> links.hard(entry, takeover, follows, report);
      case LINK_TO_SOURCE -> links.symbolic(entry, status, takeover, report);
      case SYMLINK -> symlinks.copy(entry, status, takeover, report);
      case SPECIAL -> specialFiles.copy(entry, status, takeover, report);
    }
    session.namedCopies().created(entry);
    if (form != CopyForm.DATA) {
      report.copied(0);
    }
    return null;
  }

  private Takeover freeName(Entry entry) {
    return new Takeover(entry.target(), null, Takeover.Way.NEW, session.options().overwrite());
  }

  private @Nullable FileStatus copyData(
      Entry entry,
      Takeover takeover,
      boolean follows,
      boolean isRegular,
      boolean asOne,
      EntryReport report)
      throws IOException {
    int flags = follows ? 0 : Open.NO_FOLLOW;
    try (SourceFile source =
        isRegular
            ? SourceFile.openRegular(entry.source(), flags)
            : SourceFile.open(entry.source(), flags)) {
      if (!asOne && sharedNames.mayHave(entry, source.status())) {
        return source.status();
      }
      DevicePlans plans = session.plansIn(entry.parent());
      long bytes = new FileCopy(session, metadata, report, plans).copy(source, takeover);
      report.copied(bytes);
      return null;
    }
  }

  /** Makes the entry one more name of a copy. */
  void link(Entry entry, FirstCopy first, EntryReport report) throws IOException {
    if (session.options().data().resume()) {
      ResumableFile.removeLeft(Long.MAX_VALUE, entry.target()); // it had the data, once
    }
    if (finished.keepsName(entry, first, report)) {
      session.namedCopies().created(entry);
      return;
    }
    boolean follows = options.dereference().follows(entry.named());
    FileStatus status = entry.source().status(follows);
    Takeover takeover = rules.decide(entry, status, CopyForm.of(status, options), report);
    if (takeover == null) {
      return;
    }
    if (takeover.way() == Takeover.Way.LEAVE) {
      links.toCopyAnyway(first, takeover, report);
      return;
    }
    links.toCopy(first, takeover, report);
    session.namedCopies().created(entry);
    report.made(item(entry, takeover));
  }

  private static CopyItem item(Entry entry, Takeover takeover) {
    return new CopyItem(entry.source().shown(), takeover.target().shown());
  }
}
