package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.Intent;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the directories of a copy. The walk's thread opens them, any worker may finish one. */
final class DirectoryCopy {
  private final CopySession session;
  private final Syscalls syscalls;
  private final MetadataCopy metadata;

  /**
   * The first directory made for each item: what the walk must not take for a source, as cp has it.
   * Where others were made before the walk comes to the target, {@link DirectoryPair#hasMade} ends
   * it.
   */
  private final Set<FileId> made = new HashSet<>();

  private final NamedDirectories named = new NamedDirectories();

  private final Leftovers leftovers;

  private boolean hasMadeOne;

  DirectoryCopy(CopySession session, MetadataCopy metadata) {
    this.session = session;
    this.syscalls = session.syscalls();
    this.metadata = metadata;
    this.leftovers = Leftovers.before(syscalls);
  }

  /**
   * Opens a directory of the source and its target, which is made if there is none. Returns null if
   * it was named and copied before.
   *
   * @throws CopyFailure in cp's words
   */
  @Nullable DirectoryPair open(Entry entry, EntryReport report) throws IOException {
    SourceName source = entry.source();
    if (!session.options().tree().recursive()) {
      throw omitted(source.shown());
    }
    boolean follows = session.options().tree().dereference().follows(entry.named());
    FileStatus status = source.status(follows);
    refuseEndless(entry, status);
    if (named.isRepeated(entry, status, follows, report)) {
      return null;
    }
    boolean isNew = makeTarget(entry, status);
    if (isNew) {
      report.made(entry.item());
      if (session.rehearsal() != null) {
        report.intends(Intent.toFreeName(entry.item(), Intent.Deed.COPY));
      }
    }
    TargetDirectory target =
        session.rehearsal() == null || entry.target().status() != null
            ? openTarget(entry.target(), isNew)
            : Rehearsal.standIn(openSource(entry.source(), Open.PATH, follows));
    try {
      remember(entry, target);
      DirectoryPair pair = pair(entry, status, target, follows);
      refuseItself(pair, report);
      if (session.rehearsal() == null) {
        removeLeftovers(pair, report);
      }
      return pair;
    } catch (IOException | RuntimeException e) {
      target.fd().close();
      throw e;
    }
  }

  /** A directory of which nobody said that it shall be copied. */
  static CopyFailure omitted(BytePath source) {
    return CopyFailure.refused(source, "-r not specified; omitting directory " + source.quoted());
  }

  private void removeLeftovers(DirectoryPair pair, EntryReport report) {
    if (!pair.target().isNew() && session.options().data().resume()) {
      try {
        leftovers.removeFrom(pair.source().fd(), pair.target(), pair.targetName());
      } catch (IOException e) {
        BytePath shown = pair.targetShown();
        CopyFailure failure = CopyFailure.of(shown, e);
        report.warn("leftovers in " + shown.quoted() + " stay: " + failure.toError().message());
      }
    }
  }

  private DirectoryPair pair(
      Entry entry, FileStatus status, TargetDirectory target, boolean follows) throws IOException {
    Fd source;
    try {
      source = openSource(entry.source(), Open.READ_ONLY, follows);
    } catch (CopyFailure unreadable) {
      Inode inode = new Inode.Link(entry.source().directory(), entry.source().entry());
      finish(
          new MetadataSource(inode, status, entry.source().shown()),
          target,
          entry.target().shown());
      throw unreadable;
    }
    session.openDirectories().opened();
    @Nullable DirectoryPair above = entry.named() ? null : entry.parent();
    return new DirectoryPair(
        above,
        new DirectoryPair.Source(source, status, shownSource(above, entry.source())),
        target,
        shownTarget(above, entry.target()),
        this::finish);
  }

  private static ShownName shownSource(@Nullable DirectoryPair above, SourceName source) {
    return above == null
        ? ShownName.of(source.shown())
        : above.source().name().resolve(source.entry());
  }

  private static ShownName shownTarget(@Nullable DirectoryPair above, TargetName target) {
    return above == null
        ? ShownName.of(target.shown())
        : above.targetName().resolve(target.entry());
  }

  private void refuseEndless(Entry entry, FileStatus status) throws CopyFailure {
    BytePath shown = entry.source().shown();
    if (!entry.named() && entry.parent().isWithin(status)) {
      throw CopyFailure.refused(shown, "cannot copy cyclic symbolic link " + shown.quoted());
    }
    if (made.contains(FileId.of(status)) || (!entry.named() && entry.parent().hasMade(status))) {
      throw intoItself(entry.parent(), shown);
    }
  }

  private static CopyFailure intoItself(DirectoryPair pair, BytePath shown) {
    DirectoryPair top = pair.top();
    return CopyFailure.refused(
        shown,
        "cannot copy a directory, "
            + top.source().shown().quoted()
            + ", into itself, "
            + top.targetShown().quoted());
  }

  /** What isn't made isn't met either, and the walk would end all the same. */
  private void refuseItself(DirectoryPair pair, EntryReport report) {
    Rehearsal rehearsal = session.rehearsal();
    if (rehearsal != null && rehearsal.wouldMeetItself(pair, session.options().tree().filter())) {
      report.failed(intoItself(pair, pair.source().shown()));
    }
  }

  /** Whether what is there is the source itself, or a link to it that would have to go. */
  private static boolean leadsTo(FileStatus source, FileStatus existing, TargetName target) {
    FileStatus end = existing.isSymlink() ? target.pointedTo() : existing;
    return end != null && end.isSameFileAs(source);
  }

  /** With --keep-directory-symlink a link to a directory is that directory. */
  private @Nullable FileStatus existing(TargetName target) throws CopyFailure {
    FileStatus status = target.status();
    if (status != null && status.isSymlink() && keepsLinks()) {
      FileStatus end = target.pointedTo();
      return end != null && end.isDirectory() ? end : status;
    }
    return status;
  }

  private boolean keepsLinks() {
    return session.options().tree().keepDirectorySymlink();
  }

  /** Returns whether it was made, rather than being there already. */
  private boolean makeTarget(Entry entry, FileStatus source) throws CopyFailure {
    TargetName target = entry.target();
    @Nullable FileStatus existing = existing(target);
    if (existing == null) {
      existing = session.namedCopies().planned(entry);
    }
    if (existing != null && leadsTo(source, existing, target)) {
      BytePath shown = entry.source().shown();
      throw CopyFailure.refused(
          shown, shown.quoted() + " and " + target.shown().quoted() + " are the same file");
    }
    if (existing != null && !existing.isDirectory()) {
      throw CopyFailure.refused(
          target.shown(),
          "cannot overwrite non-directory "
              + target.shown().quoted()
              + " with directory "
              + entry.source().shown().quoted());
    }
    if (existing != null || isMadeParent(target)) {
      return false;
    }
    try {
      make(entry, source);
      return true;
    } catch (SyscallException e) {
      throw CopyFailure.of(target.shown(), CannotCreate.directory(target.shown()), e);
    }
  }

  private void make(Entry entry, FileStatus source) throws SyscallException {
    TargetName target = entry.target();
    Rehearsal rehearsal = session.rehearsal();
    if (rehearsal == null) {
      int mode = metadata.creationModeOfDirectory(source);
      syscalls.mkdirat(target.directory().number(), target.entry(), mode);
    } else {
      rehearsal.makeDirectory(entry);
      session.namedCopies().planned(entry, source);
    }
  }

  private boolean isMadeParent(TargetName target) {
    Rehearsal rehearsal = session.rehearsal();
    return rehearsal != null && rehearsal.madeParent(target.shown()) != null;
  }

  private TargetDirectory openTarget(TargetName target, boolean isNew) throws IOException {
    Fd fd;
    try {
      int flags = Open.PATH | Open.DIRECTORY | (isNew || !keepsLinks() ? Open.NO_FOLLOW : 0);
      fd = session.relief().open(syscalls, target.directory().number(), target.entry(), flags);
    } catch (SyscallException e) {
      throw CopyFailure.of(target.shown(), "cannot access " + target.shown().quoted(), e);
    }
    return metadata.openUp(fd, isNew, target.shown());
  }

  private void remember(Entry entry, TargetDirectory target) {
    hasMadeOne &= !entry.named();
    if (target.isNew() && !hasMadeOne && session.rehearsal() == null) {
      made.add(FileId.of(target.before()));
      hasMadeOne = true;
    }
  }

  private Fd openSource(SourceName source, int mode, boolean follows) throws CopyFailure {
    try {
      int flags = mode | Open.DIRECTORY | (follows ? 0 : Open.NO_FOLLOW);
      return session.relief().open(syscalls, source.directory().number(), source.entry(), flags);
    } catch (SyscallException e) {
      throw CopyFailure.of(source.shown(), "cannot access " + source.shown().quoted(), e);
    }
  }

  private void finish(DirectoryPair copied) {
    Inode inode = new Inode.Opened(copied.source().fd());
    MetadataSource source =
        new MetadataSource(inode, copied.source().status(), copied.source().shown());
    finish(source, copied.target(), copied.targetShown());
  }

  /** Also of one that can't be read, as cp does: its attributes, if nothing else. */
  private void finish(MetadataSource source, TargetDirectory target, BytePath shown) {
    if (!session.stop().isCancelled() && session.rehearsal() == null) {
      metadata.applyToDirectory(source, target, shown);
    }
  }
}
