package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
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
  private static final int OWNER_ALL = 0700;
  private static final int PLAIN_BITS = 0777;

  private final CopySession session;
  private final Syscalls syscalls;
  private final FileMetadata metadata;

  /** The first directory made for each item: what the walk must not take for a source. */
  private final Set<FileId> made = new HashSet<>();

  private boolean hasMadeOne;

  DirectoryCopy(CopySession session, FileMetadata metadata) {
    this.session = session;
    this.syscalls = session.syscalls();
    this.metadata = metadata;
  }

  /**
   * Opens a directory of the source and its target, which is made if there is none.
   *
   * @throws CopyFailure in cp's words
   */
  DirectoryPair open(Entry entry, EntryReport report) throws IOException {
    SourceName source = entry.source();
    if (!session.options().tree().recursive()) {
      throw CopyFailure.refused(
          source.shown(), "-r not specified; omitting directory " + source.shown().quoted());
    }
    boolean follows = session.options().tree().dereference().follows(entry.named());
    FileStatus status = source.status(follows);
    refuseEndless(entry, status);
    boolean fresh = makeTarget(entry, status);
    if (fresh) {
      report.copied(entry.item(), 0);
    }
    TargetDirectory target = openTarget(entry.target(), fresh);
    try {
      remember(entry, target);
      return pair(entry, status, target, follows);
    } catch (IOException | RuntimeException e) {
      target.fd().close();
      throw e;
    }
  }

  private DirectoryPair pair(
      Entry entry, FileStatus status, TargetDirectory target, boolean follows) throws IOException {
    Fd source;
    try {
      source = openSource(entry.source(), follows);
    } catch (CopyFailure unreadable) {
      finish(target, entry.target().shown(), status); // as cp: its attributes, if nothing else
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
    if (made.contains(FileId.of(status))) {
      DirectoryPair top = entry.parent().top();
      throw CopyFailure.refused(
          shown,
          "cannot copy a directory, "
              + top.source().shown().quoted()
              + ", into itself, "
              + top.targetShown().quoted());
    }
  }

  /** Returns whether it was made, rather than being there already. */
  private boolean makeTarget(Entry entry, FileStatus source) throws CopyFailure {
    TargetName target = entry.target();
    @Nullable FileStatus existing = target.status();
    if (existing != null && !existing.isDirectory()) {
      throw CopyFailure.refused(
          target.shown(),
          "cannot overwrite non-directory "
              + target.shown().quoted()
              + " with directory "
              + entry.source().shown().quoted());
    }
    if (existing != null) {
      return false;
    }
    int mode = (source.permissions() & PLAIN_BITS) | OWNER_ALL;
    try {
      syscalls.mkdirat(target.directory().number(), target.entry(), mode);
      return true;
    } catch (SyscallException e) {
      throw CopyFailure.of(target.shown(), "cannot create directory " + target.shown().quoted(), e);
    }
  }

  private TargetDirectory openTarget(TargetName target, boolean fresh) throws CopyFailure {
    try {
      int flags = Open.PATH | Open.DIRECTORY | Open.NO_FOLLOW;
      Fd fd = session.relief().open(syscalls, target.directory().number(), target.entry(), flags);
      return new TargetDirectory(fd, fd.status(), fresh);
    } catch (SyscallException e) {
      throw CopyFailure.of(target.shown(), "cannot access " + target.shown().quoted(), e);
    }
  }

  private void remember(Entry entry, TargetDirectory target) {
    hasMadeOne &= !entry.named();
    if (target.fresh() && !hasMadeOne) {
      made.add(FileId.of(target.status()));
      hasMadeOne = true;
    }
  }

  private Fd openSource(SourceName source, boolean follows) throws CopyFailure {
    try {
      int flags = Open.READ_ONLY | Open.DIRECTORY | (follows ? 0 : Open.NO_FOLLOW);
      return session.relief().open(syscalls, source.directory().number(), source.entry(), flags);
    } catch (SyscallException e) {
      throw CopyFailure.of(source.shown(), "cannot access " + source.shown().quoted(), e);
    }
  }

  private void finish(DirectoryPair copied) throws CopyFailure {
    finish(copied.target(), copied.targetShown(), copied.source().status());
  }

  private void finish(TargetDirectory target, BytePath shown, FileStatus source)
      throws CopyFailure {
    if (session.stop().isCancelled() || !(target.fresh() || metadata.isPreserved())) {
      return;
    }
    try (Fd readable = openReadable(target)) {
      metadata.apply(readable, shown, source, metadata.mode(source));
    } catch (SyscallException e) {
      throw CopyFailure.of(shown, "cannot access " + shown.quoted(), e);
    }
  }

  private Fd openReadable(TargetDirectory target) throws SyscallException {
    int flags = Open.READ_ONLY | Open.DIRECTORY;
    int directory = target.fd().number();
    try (DescriptorRelief.Attempt attempt = session.relief().begin()) {
      while (true) {
        try {
          return Fd.open(syscalls, directory, BytePath.WORKING_DIRECTORY, flags, 0);
        } catch (SyscallException e) {
          if (!DescriptorRelief.isShortage(e) || !attempt.waitsToTryAgain()) {
            throw e;
          }
        }
      }
    }
  }
}
