package dev.cleave.engine.tree;

import dev.cleave.engine.CopyItem;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.options.FileContent;
import java.io.IOException;

/**
 * Copies one entry that is no directory: finds out what becomes of it and of what has its name, and
 * leaves the rest to the one who can. Several workers may use it.
 */
final class EntryCopy {
  private final CopySession session;
  private final FileMetadata metadata;
  private final boolean copiesData;
  private final TargetRules rules;
  private final LinkCopy links;
  private final SymlinkCopy symlinks;
  private final SpecialFileCopy specialFiles;

  EntryCopy(CopySession session, FileMetadata metadata) {
    this.session = session;
    this.metadata = metadata;
    this.copiesData = session.options().tree().content() == FileContent.DATA;
    this.rules = new TargetRules(session);
    this.symlinks = new SymlinkCopy(session);
    this.links = new LinkCopy(session, symlinks);
    this.specialFiles = new SpecialFileCopy(session);
  }

  /**
   * Copies the entry, or reports why it can't be, and lets go of its directory.
   *
   * @throws java.util.concurrent.CancellationException if the copy was cancelled
   */
  void copy(Entry entry) {
    EntryReport report = new EntryReport();
    try {
      copy(entry, report);
    } catch (IOException e) {
      report.failed(CopyFailure.of(entry.source().shown(), e).toError());
    } finally {
      session.results().complete(entry.sequence(), report);
      entry.parent().release(session.results());
    }
  }

  private void copy(Entry entry, EntryReport report) throws IOException {
    session.stop().check();
    if (entry.kind() == EntryKind.REGULAR && entry.target().parent().fresh() && copiesData) {
      copyData(entry, freeName(entry), false, true, report); // and nothing more is looked at
      return;
    }
    boolean follows = session.options().tree().dereference().follows(entry.named());
    FileStatus status = entry.source().status(follows);
    CopyForm form = CopyForm.of(status, session.options().tree());
    Takeover takeover = rules.decide(entry, status, form, report);
    if (takeover == null) {
      return;
    }
    switch (form) {
      case DATA -> copyData(entry, takeover, follows, status.isRegular(), report);
      case HARD_LINK -> links.hard(entry, takeover, follows, report);
      case LINK_TO_SOURCE -> links.symbolic(entry, status, takeover, report);
      case SYMLINK -> symlinks.copy(entry, status, takeover, report);
      case SPECIAL -> specialFiles.copy(status, takeover, report);
    }
    session.namedCopies().created(entry);
    if (form != CopyForm.DATA) {
      report.copied(item(entry, takeover), 0);
    }
  }

  private Takeover freeName(Entry entry) {
    return new Takeover(entry.target(), null, Takeover.Way.NEW, session.options().overwrite());
  }

  private void copyData(
      Entry entry, Takeover takeover, boolean follows, boolean isRegular, EntryReport report)
      throws IOException {
    int flags = follows ? 0 : Open.NO_FOLLOW;
    try (SourceFile source =
        isRegular
            ? SourceFile.openRegular(entry.source(), flags)
            : SourceFile.open(entry.source(), flags)) {
      long bytes = new FileCopy(session, metadata, report).copy(source, takeover);
      report.copied(item(entry, takeover), bytes);
    }
  }

  private static CopyItem item(Entry entry, Takeover takeover) {
    return new CopyItem(entry.source().shown(), takeover.target().shown());
  }
}
