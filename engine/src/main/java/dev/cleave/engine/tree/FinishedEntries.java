package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.ByteRange;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.DataMap;
import dev.cleave.engine.backend.FilePair;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.options.FileContent;
import dev.cleave.engine.options.PreserveOptions;
import dev.cleave.engine.options.SyncPolicy;
import dev.cleave.engine.options.UpdateMode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Finds what an earlier copy has finished, for {@code --resume}: that is kept instead of being
 * copied again, and gets the metadata it shall have. Several workers may use it.
 *
 * <p>A file counts as finished if it has the source's size and, to the nanosecond, its time of
 * modification, which a copy has from the moment it has its name, and if the source has not been
 * changed since in any way: its ctime, which nobody can set, is before the target's. So a source
 * that was rewritten but kept size and mtime is copied again, as is one whose mode was changed. A
 * symbolic link must have the source's text. Neither may have more names than its source has, or
 * the links would not be those that a whole copy makes.
 *
 * <p>Without preserved times nothing tells a copy from any other file of that size. A journal of
 * the whole tree would have to vouch for files that others may have written to since, so they are
 * copied again; as are pipes and devices, at no cost.
 */
final class FinishedEntries {
  private final CopySession session;
  private final MetadataCopy metadata;
  private final CopyOptions options;
  private final MetadataComparison comparison;
  private final boolean isWanted;

  FinishedEntries(CopySession session, MetadataCopy metadata) {
    this.session = session;
    this.metadata = metadata;
    this.options = session.options();
    this.comparison = new MetadataComparison(options.preserve());
    this.isWanted =
        options.data().resume()
            && options.tree().content() == FileContent.DATA
            && options.overwrite().update() != UpdateMode.NONE; // which changes nothing at all
  }

  /** A source and what has its target's name, both held. */
  private record Pair(Entry entry, Fd from, FileStatus source, Fd to, FileStatus target) {
    FilePair opened(Fd readableFrom, Fd readableTo) {
      return new FilePair(readableFrom, entry.source().shown(), readableTo, entry.target().shown());
    }
  }

  /**
   * Whether the target is the finished copy of the source. If so it is reported, has its metadata,
   * and was compared and synced if the options ask for that.
   */
  boolean keeps(Entry entry, FileStatus source, EntryReport report) throws IOException {
    FileStatus existing = isWanted ? entry.target().status() : null;
    if (existing == null
        || !looksFinished(source, existing)
        || session.namedCopies().isJustCreated(entry)) {
      return false;
    }
    try (Fd from = hold(entry.source().directory(), entry.source().entry(), follows(entry));
        Fd to = hold(entry.target().directory(), entry.target().entry(), false)) {
      Pair pair = new Pair(entry, from, from.status(), to, to.status());
      if (!looksFinished(pair.source, pair.target) || isMadeUp(pair)) {
        return false;
      }
      return pair.source.isSymlink() ? keepsLink(pair, report) : keepsFile(pair, report);
    } catch (SyscallException e) {
      if (e.is(Errno.ENOENT, Errno.ELOOP, Errno.EACCES)) {
        return false; // what is wrong with it is for those to say who would copy it
      }
      String names = entry.source().shown().quoted() + " and " + entry.target().shown().quoted();
      throw CopyFailure.of(entry.target().shown(), "cannot compare " + names, e);
    }
  }

  /** Whether the target is that copy's other name already, to which it would be made. */
  boolean keepsName(Entry entry, FirstCopy first, EntryReport report) throws IOException {
    FileStatus existing = isWanted ? entry.target().status() : null;
    if (existing == null || !FileId.of(existing).equals(first.file())) {
      return false;
    }
    report.kept(entry.item(), 0);
    return true;
  }

  private boolean follows(Entry entry) {
    return options.tree().dereference().follows(entry.named());
  }

  private static Fd hold(Fd directory, BytePath name, boolean follows) throws SyscallException {
    int flags = Open.PATH | (follows ? 0 : Open.NO_FOLLOW);
    return Fd.open(directory.syscalls(), directory.number(), name, flags, 0);
  }

  private boolean looksFinished(FileStatus source, FileStatus target) {
    PreserveOptions preserve = options.preserve();
    int mostLinks = preserve.links() ? source.links() : 1;
    if (source.isSameFileAs(target) || target.links() > mostLinks) {
      return false;
    }
    if (source.isSymlink()) {
      return target.isSymlink();
    }
    return preserve.timestamps()
        && source.isRegular()
        && target.isRegular()
        && source.size() == target.size()
        && source.modified().equals(target.modified())
        && source.changed().compareTo(target.changed()) < 0;
  }

  private static boolean isMadeUp(Pair pair) throws SyscallException {
    return pair.source.isRegular() && SourceFile.hasUnknownSize(pair.from, pair.source);
  }

  private boolean keepsLink(Pair pair, EntryReport report) throws SyscallException {
    if (!text(pair.from).equals(text(pair.to)) || differsInMetadata(pair)) {
      return false; // it is as quickly made anew
    }
    report.kept(pair.entry.item(), 0);
    return true;
  }

  private static BytePath text(Fd link) throws SyscallException {
    return link.syscalls().readlinkat(link.number(), BytePath.EMPTY);
  }

  private boolean keepsFile(Pair pair, EntryReport report) throws IOException {
    if (options.data().verify() && !isVerified(pair, report)) {
      return false;
    }
    sync(pair);
    if (differsInMetadata(pair)) {
      metadata.applyToFinished(
          new MetadataSource(new Inode.Held(pair.from), pair.source, pair.entry.source().shown()),
          pair.to,
          pair.target,
          pair.entry.target());
    }
    long size = pair.source.size();
    ResumableFile.removeLeft(size, pair.entry.target());
    ByteRange all = new ByteRange(0, size);
    session.listener().fileStarted(pair.entry.item(), size, List.of(all));
    session.listener().advanced(all, size);
    report.kept(pair.entry.item(), size);
    return true;
  }

  private boolean differsInMetadata(Pair pair) throws SyscallException {
    return comparison.differs(
        new Inode.Held(pair.from), pair.source, new Inode.Held(pair.to), pair.target);
  }

  /** Whether the content is the source's; if not, that is worth a warning. */
  private boolean isVerified(Pair pair, EntryReport report) throws IOException {
    try (Fd from = readable(pair.from);
        Fd to = readable(pair.to)) {
      FilePair files = pair.opened(from, to);
      DataMap data = new ExtentScanner(from).map(pair.source, options.data().sparse());
      DevicePlans plans = session.plansIn(pair.entry.parent());
      CopyPlan asked = plans.plans().ofBytes(data.bytes());
      CopyPlan plan = PlanFitting.fit(session, files, data.bytes(), asked, "").used();
      long size = pair.source.size();
      Optional<ByteRange> difference =
          new Verification(session, report, files, size, data, plan).firstDifference();
      if (difference.isEmpty()) {
        return from.status().changed().equals(pair.source.changed());
      }
      ByteRange range = difference.get();
      report.warn(
          files.targetName().quoted()
              + " differs from "
              + files.sourceName().quoted()
              + " in bytes "
              + range.offset()
              + "-"
              + (range.end() - 1)
              + ", although size and times agree: copied again");
      return false;
    }
  }

  /** The earlier copy may have been killed before its data was on the device. */
  private void sync(Pair pair) throws SyscallException {
    SyncPolicy policy = options.data().sync();
    if (!policy.isDurable()) {
      return;
    }
    try (Fd to = readable(pair.to)) {
      if (policy == SyncPolicy.DATA) {
        session.syscalls().fdatasync(to.number());
      } else {
        session.syscalls().fsync(to.number());
        Commit.syncDirectory(session.syscalls(), pair.entry.target());
      }
    }
  }

  private static Fd readable(Fd held) throws SyscallException {
    int flags = Open.READ_ONLY | Open.NO_TTY;
    return Fd.open(held.syscalls(), Open.AT_CWD, held.procPath(), flags, 0);
  }
}
