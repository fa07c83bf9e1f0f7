package dev.cleave.engine.tree;

import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.SyscallException;
import java.io.IOException;

/**
 * A file that is being written under a name of its own, {@code .NAME.cleave-part}, so that a later
 * copy of the same source can go on with it. If it is closed before it is committed, it stays
 * together with the journal of its finished regions; without such regions, nothing stays.
 *
 * <p>The journal's lock keeps a second copy to the same target away until this one is closed.
 */
final class ResumableFile implements UnfinishedFile {
  private final TargetName target;
  private final SiblingFile partFile;
  private final SiblingFile journalFile;
  private final Fd fd;
  private final RegionJournal journal;
  private boolean committed;

  private ResumableFile(TargetName target, ResumeNames names, Fd fd, RegionJournal journal) {
    this.target = target;
    this.partFile = new SiblingFile(names.part());
    this.journalFile = new SiblingFile(names.journal());
    this.fd = fd;
    this.journal = journal;
  }

  /**
   * Whether a copy of the source can go on later, or could have: not a stream, not a file so small
   * that it would be done before its first record, and not where a part could not be renamed.
   */
  static boolean isWorthwhile(SourceFile source, TargetName target) throws IOException {
    return !source.hasUnknownSize()
        && !target.parent().before().isAppendOnly()
        && (source.status().size() >= RecordedLeaf.REGION_BYTES
            || ResumeNames.of(target).journal().status() != null);
  }

  /** Opens what an earlier copy of that source left, or begins anew. */
  static ResumableFile open(
      CopySession session, SourceFile source, TargetName target, EntryReport report)
      throws IOException {
    ResumeNames names = ResumeNames.of(target);
    Fd lock = JournalLock.take(new SiblingFile(names.journal()), target);
    try {
      Fd part = openPart(new SiblingFile(names.part()), report);
      try {
        refuseSource(source, part, names.part());
        refuseSource(source, lock, names.journal());
        JournalHeader header =
            new JournalHeader(
                source.status(), part.status().inode(), session.options().data().sparse());
        return new ResumableFile(
            target, names, part, RegionJournal.open(lock, names, part, header));
      } catch (IOException e) {
        part.close();
        throw e;
      }
    } catch (IOException e) {
      try (lock) {
        if (lock.status().size() == 0) {
          new SiblingFile(names.journal()).remove();
        }
      }
      throw e;
    }
  }

  /** Removes what an earlier copy left, if this one can't use it. */
  static void discardLeft(
      CopySession session, SourceFile source, TargetName target, EntryReport report)
      throws IOException {
    if (ResumeNames.of(target).journal().status() != null) {
      try (ResumableFile left = open(session, source, target, report)) {
        left.journal.forget();
      }
    }
  }

  /** The same, if there may be something, beside a target of that size that needs it no more. */
  static void removeLeft(long bytes, TargetName target) throws IOException {
    if (bytes >= RecordedLeaf.REGION_BYTES && ResumeNames.of(target).journal().status() != null) {
      removeLeft(target);
    }
  }

  /** Removes part and journal, unless a copy is using them. */
  static void removeLeft(TargetName target) throws IOException {
    ResumeNames names = ResumeNames.of(target);
    SiblingFile part = new SiblingFile(names.part());
    SiblingFile journal = new SiblingFile(names.journal());
    Fd lock = JournalLock.take(journal, target);
    try (lock) {
      if (part.open() instanceof SiblingFile.Occupant.Ours(Fd ours)) {
        ours.close();
        part.remove();
      }
      journal.remove();
    }
  }

  private static Fd openPart(SiblingFile part, EntryReport report) throws IOException {
    return switch (part.open()) {
      case SiblingFile.Occupant.Ours(Fd fd) -> fd;
      case SiblingFile.Occupant.Nobody() -> part.create();
      case SiblingFile.Occupant.Stranger(String what) -> {
        removeStranger(part, what);
        report.warn(part.name().shown().quoted() + " was " + what + ": removed, begun anew");
        yield part.create();
      }
    };
  }

  private static void removeStranger(SiblingFile part, String what) throws CopyFailure {
    try {
      part.remove();
    } catch (SyscallException e) {
      String quoted = part.name().shown().quoted();
      throw CopyFailure.of(part.name().shown(), "cannot remove " + quoted + ", " + what, e);
    }
  }

  /** Beginning anew would empty it. */
  private static void refuseSource(SourceFile source, Fd ours, TargetName name)
      throws CopyFailure, SyscallException {
    if (ours.status().isSameFileAs(source.status())) {
      throw CopyFailure.refused(
          source.name(),
          source.name().quoted() + " and " + name.shown().quoted() + " are the same file");
    }
  }

  @Override
  public Fd fd() {
    return fd;
  }

  @Override
  public RegionJournal journal() {
    return journal;
  }

  @Override
  public void commitNew() throws SyscallException {
    requireOurName();
    target.giveNew(partFile.name().entry());
    committed();
  }

  @Override
  public void commitReplacing() throws SyscallException {
    requireOurName();
    target.giveReplacing(partFile.name().entry());
    committed();
  }

  /** Something else under the part's name must not become the target. */
  private void requireOurName() throws SyscallException {
    if (!partFile.is(fd)) {
      throw new SyscallException("renameat2", Errno.ESTALE);
    }
  }

  private void committed() throws SyscallException {
    committed = true;
    journalFile.remove();
  }

  @Override
  public void close() throws SyscallException {
    try (journal;
        fd) {
      if (!committed && journal.finished().isEmpty()) {
        partFile.remove();
        journalFile.remove();
      }
    }
  }
}
