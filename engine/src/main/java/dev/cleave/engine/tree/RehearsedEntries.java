package dev.cleave.engine.tree;

import dev.cleave.engine.Intent;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.options.FileContent;
import dev.cleave.engine.options.UpdateMode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Says what would become of entries that are no directories, by the rules by which they are copied,
 * in the walk's thread.
 */
final class RehearsedEntries {
  private final CopySession session;
  private final CopyOptions options;
  private final RoomTally room;
  private final SharedNames sharedNames;
  private final TargetRules rules;
  private final RehearsedTakeover takeovers;

  RehearsedEntries(CopySession session, Rehearsal rehearsal) {
    this.session = session;
    this.options = session.options();
    this.room = rehearsal.room();
    this.sharedNames = SharedNames.of(options);
    this.rules = new TargetRules(session);
    this.takeovers = new RehearsedTakeover(session);
  }

  /** Reports what would be done with the entry, and lets go of its directory. */
  void rehearse(Entry entry) {
    Turn turn = new Turn(entry);
    try {
      session.stop().check();
      FileStatus status = entry.source().status(follows(entry));
      if (sharedNames.mayHave(entry, status)) {
        session.hardLinks().meet(status, turn);
      } else {
        turn.copy();
      }
    } catch (IOException e) {
      EntryReport report = new EntryReport();
      report.failed(CopyFailure.of(entry.source().shown(), e));
      turn.endOrAdd(report);
    } finally {
      turn.endOnce(new EntryReport());
    }
  }

  private boolean follows(Entry entry) {
    return options.tree().dereference().follows(entry.named());
  }

  /** One name. Nobody ever waits for another, since there is but one thread. */
  private final class Turn implements LinkedName {
    private final Entry entry;
    private boolean ended;

    Turn(Entry entry) {
      this.entry = entry;
    }

    @Override
    public @Nullable FirstCopy copy() {
      return attempt(false);
    }

    @Override
    public void linkTo(FirstCopy first) {
      attempt(true);
    }

    private @Nullable FirstCopy attempt(boolean links) {
      EntryReport report = new EntryReport();
      FirstCopy copy = null;
      try {
        FileStatus status = entry.source().status(follows(entry));
        decide(entry, status, links, report);
        copy = new FirstCopy(entry.target().shown(), FileId.of(status));
      } catch (IOException e) {
        report.failed(CopyFailure.of(entry.source().shown(), e));
      }
      endOnce(report);
      return report.hasCopy() ? copy : null;
    }

    void endOrAdd(EntryReport report) {
      if (ended) {
        session.results().add(report);
      } else {
        endOnce(report);
      }
    }

    void endOnce(EntryReport report) {
      if (!ended) {
        ended = true;
        session.results().complete(entry.sequence(), report);
        entry.parent().release(session);
        session.relief().entryDone();
      }
    }
  }

  private void decide(Entry entry, FileStatus status, boolean links, EntryReport report)
      throws IOException {
    CopyForm form = CopyForm.of(status, options.tree());
    Takeover decided = rules.decide(entry, status, form, report);
    if (decided == null) {
      if (report.warnings().isEmpty()) { // of a source that was named twice
        report.intends(Intent.toSkip(entry.item(), whySkipped()));
      }
      return;
    }
    if (decided.way() == Takeover.Way.LEAVE) {
      if (!links) {
        report.stands();
        report.intends(Intent.toSkip(entry.item(), whySkipped()));
        return;
      }
      decided = LinkCopy.inPlaceOfLeft(decided);
    }
    boolean writesData = !links && form == CopyForm.DATA;
    long bytes = writesData ? readableBytes(entry, status) : 0;
    Takeover takeover = takeovers.check(entry, status, form, links, decided);
    session.namedCopies().planned(entry, status);
    room.enter(takeover.target());
    room.add(status, bytes, takeovers.fileThatGoes(takeover, writesData));
    Intent intent = takeovers.intent(entry, form, links, takeover);
    report.attempted(intent.item());
    report.copied(bytes);
    report.intends(intent);
  }

  private String whySkipped() {
    UpdateMode update = options.overwrite().update();
    return switch (update) {
      case NONE -> "it exists";
      case OLDER -> "it is not older";
      case ALL, NONE_FAIL -> "it is that file already";
    };
  }

  /** The bytes of data that a copy would move; 0 of what has no size. */
  private long readableBytes(Entry entry, FileStatus status) throws IOException {
    if (!status.isRegular()) {
      takeovers.requireReadable(entry.source());
      return 0;
    }
    int flags = follows(entry) ? 0 : Open.NO_FOLLOW;
    try (SourceFile source = SourceFile.openRegular(entry.source(), flags)) {
      boolean hasData = options.tree().content() == FileContent.DATA && !source.hasUnknownSize();
      return hasData ? dataBytes(source) : 0;
    }
  }

  private long dataBytes(SourceFile source) throws SyscallException {
    return new ExtentScanner(source.fd()).map(source.status(), options.data().sparse()).bytes();
  }
}
