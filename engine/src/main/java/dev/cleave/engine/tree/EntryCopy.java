package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Copies one entry that is no directory, whatever else it is. Several workers may use it. */
final class EntryCopy {
  private final CopySession session;
  private final Syscalls syscalls;
  private final MetadataCopy metadata;

  EntryCopy(CopySession session, MetadataCopy metadata) {
    this.session = session;
    this.syscalls = session.syscalls();
    this.metadata = metadata;
  }

  /**
   * Copies the entry, or reports why it can't be, and lets go of its directory.
   *
   * @throws java.util.concurrent.CancellationException if the copy was cancelled
   */
  void copy(Entry entry) {
    EntryReport report = new EntryReport();
    try (DescriptorRelief.Attempt attempt = session.relief().begin()) {
      report = copied(entry, attempt);
    } finally {
      session.results().complete(entry.sequence(), report);
      entry.parent().release(session);
      session.relief().entryDone();
    }
  }

  private EntryReport copied(Entry entry, DescriptorRelief.Attempt attempt) {
    while (true) {
      EntryReport report = new EntryReport();
      try {
        copy(entry, report);
        return report;
      } catch (IOException e) {
        if (!DescriptorRelief.isShortage(e) || !attempt.waitsToTryAgain()) {
          report.failed(CopyFailure.of(entry.source().shown(), e).toError());
          return report;
        }
      }
    }
  }

  private void copy(Entry entry, EntryReport report) throws IOException {
    session.stop().check();
    boolean follows = session.options().tree().dereference().follows(entry.named());
    if (entry.kind() == EntryKind.REGULAR) {
      copyData(entry, false, report);
      return;
    }
    FileStatus status = entry.source().status(follows);
    if (status.isSymlink()) {
      copySymlink(entry, status, report);
    } else if (status.isRegular() || copiesContents()) {
      copyData(entry, follows, report);
    } else {
      BytePath shown = entry.source().shown();
      throw CopyFailure.refused(
          shown, "cannot copy " + shown.quoted() + ": it is a " + status.type());
    }
  }

  /** Whether of a pipe or a device what comes out of it is copied. */
  private boolean copiesContents() {
    return !session.options().tree().recursive() || session.options().tree().copyContents();
  }

  private void copyData(Entry entry, boolean follows, EntryReport report) throws IOException {
    try (SourceFile source = SourceFile.open(entry.source(), follows ? 0 : Open.NO_FOLLOW)) {
      long bytes = new FileCopy(session, metadata, report).copy(source, entry.target());
      report.copied(entry.item(), bytes);
    }
  }

  private void copySymlink(Entry entry, FileStatus status, EntryReport report) throws IOException {
    SourceName source = entry.source();
    TargetName target = entry.target();
    @Nullable FileStatus existing = target.status();
    if (existing != null && existing.isDirectory()) {
      throw CopyFailure.refused(
          target.shown(),
          "cannot overwrite directory " + target.shown().quoted() + " with non-directory");
    }
    int to = target.directory().number();
    try {
      BytePath pointsTo = syscalls.readlinkat(source.directory().number(), source.entry());
      if (existing != null) {
        syscalls.unlinkat(to, target.entry(), 0);
      }
      syscalls.symlinkat(pointsTo, to, target.entry());
      metadata.applyToSymlink(source, status, target);
    } catch (SyscallException e) {
      throw CopyFailure.of(
          target.shown(), "cannot create symbolic link " + target.shown().quoted(), e);
    }
    report.copied(entry.item(), 0);
  }
}
