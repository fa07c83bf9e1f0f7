package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.CopyItem;
import dev.cleave.engine.PlanUse;
import dev.cleave.engine.SyncPolicy;
import dev.cleave.engine.backend.FilePair;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Copies one file so that nothing half-written is ever seen: the data goes to a file without a
 * name, then the metadata, then the name.
 *
 * <p>Written in place instead, and said so: on request, targets that are no regular files or have
 * several links, an owner we can't keep, directories we can't create files in.
 */
final class FileCopy {
  private final CopySession session;
  private final FileMetadata metadata;

  FileCopy(CopySession session, FileMetadata metadata) {
    this.session = session;
    this.metadata = metadata;
  }

  /** Copies the open source to the name, which may exist. */
  void copy(SourceFile source, TargetName target) throws IOException {
    FileStatus existing = target.status();
    refuseSameFile(source, target, existing);
    String reason = existing == null ? "" : reasonToWriteInPlace(existing);
    if (!reason.isEmpty()) {
      copyInPlace(source, target, reason);
      return;
    }
    try (PendingFile pending = PendingFile.create(target)) {
      if (existing != null && !keepOwner(pending, existing)) {
        copyInPlace(source, target, "written in place: its owner can't be kept otherwise");
        return;
      }
      fill(source, target, pending.fd(), "");
      int mode =
          existing == null
              ? metadata.mode(source.status())
              : metadata.modeReplacing(source.status(), existing);
      metadata.apply(pending.fd(), target.shown(), source.status(), mode);
      commit(pending, target, existing != null);
    } catch (SyscallException e) {
      if (existing != null && e.call().equals("openat") && e.is(Errno.EACCES, Errno.EPERM)) {
        copyInPlace(source, target, "written in place: its directory can't be written");
        return;
      }
      throw CopyFailure.of(
          target.shown(), "cannot create regular file " + target.shown().quoted(), e);
    }
  }

  private static void refuseSameFile(
      SourceFile source, TargetName target, @Nullable FileStatus existing) throws CopyFailure {
    if (existing != null && existing.isSameFileAs(source.status())) {
      throw CopyFailure.refused(
          source.name(),
          source.name().quoted() + " and " + target.shown().quoted() + " are the same file");
    }
    if (existing != null && existing.isDirectory()) {
      throw CopyFailure.refused(
          target.shown(),
          "cannot overwrite directory " + target.shown().quoted() + " with non-directory");
    }
  }

  /** Why an existing target must not be replaced; empty if it can be. */
  private String reasonToWriteInPlace(FileStatus existing) {
    if (session.options().inPlace()) {
      return "written in place: --inplace";
    }
    if (!existing.isRegular()) {
      return "written in place: the target is a " + existing.type();
    }
    return existing.links() > 1
        ? "written in place: the target has " + existing.links() + " links"
        : "";
  }

  private boolean keepOwner(PendingFile pending, FileStatus existing) throws SyscallException {
    FileStatus ours = pending.fd().status();
    if (ours.owner() == existing.owner() && ours.group() == existing.group()) {
      return true;
    }
    try {
      session.syscalls().fchown(pending.fd().number(), existing.owner(), existing.group());
      return true;
    } catch (SyscallException e) {
      return false; // not root: then the old file must stay and be written into
    }
  }

  private void copyInPlace(SourceFile source, TargetName target, String why) throws IOException {
    try (Fd fd = openInPlace(target)) {
      fill(source, target, fd, why);
      if (session.options().sync().isDurable()) {
        session.syscalls().fsync(fd.number());
      }
    }
  }

  private Fd openInPlace(TargetName target) throws CopyFailure {
    try {
      return Fd.open(
          session.syscalls(),
          target.directory().number(),
          target.entry(),
          Open.WRITE_ONLY | Open.TRUNCATE | Open.NO_TTY,
          0);
    } catch (SyscallException e) {
      throw CopyFailure.of(
          target.shown(), "cannot create regular file " + target.shown().quoted(), e);
    }
  }

  /** Brings the source's data into the open target, and makes sure that the source held still. */
  private void fill(SourceFile source, TargetName target, Fd fd, String why) throws IOException {
    CopyItem item = new CopyItem(source.name(), target.shown());
    FilePair files = new FilePair(source.fd(), source.name(), fd, target.shown());
    long bytes;
    if (Cloning.cloned(session, source, files, why)) {
      bytes = source.status().size();
      source.checkUnchanged().ifPresent(session::warn);
    } else if (source.hasUnknownSize() || !fd.status().isRegular()) {
      bytes = StreamCopy.copy(session, source, fd, target.shown());
    } else {
      bytes = source.status().size();
      PlanUse use = DataCopy.planFor(session, files, bytes, why);
      if (use.used().preallocate()) {
        Preallocation.reserve(fd, bytes, target.shown());
      }
      DataCopy data = new DataCopy(session, item, files, bytes, use.used());
      data.copyAll();
      source.checkUnchanged().ifPresent(session::warn);
      session.used(data.ran(use));
    }
    session.copied(item, bytes);
  }

  private void commit(PendingFile pending, TargetName target, boolean replaces)
      throws SyscallException {
    SyncPolicy policy = session.options().sync();
    Syscalls syscalls = session.syscalls();
    switch (policy) {
      case NONE -> {}
      case WHEN_REPLACING -> {
        if (replaces) {
          syscalls.fdatasync(pending.fd().number());
        }
      }
      case DATA -> syscalls.fdatasync(pending.fd().number());
      case FULL -> syscalls.fsync(pending.fd().number());
    }
    name(pending, replaces);
    if (policy == SyncPolicy.FULL) {
      syncDirectory(target);
    }
  }

  private void name(PendingFile pending, boolean replaces) throws SyscallException {
    if (replaces) {
      pending.commitReplacing();
      return;
    }
    try {
      pending.commitNew();
    } catch (SyscallException e) {
      if (!e.is(Errno.EEXIST)) {
        throw e;
      }
      session.syscalls().fdatasync(pending.fd().number()); // somebody made it meanwhile
      pending.commitReplacing();
    }
  }

  private void syncDirectory(TargetName target) throws SyscallException {
    int directory = target.directory().number();
    try (Fd readable =
        Fd.open(
            session.syscalls(),
            directory,
            BytePath.WORKING_DIRECTORY,
            Open.READ_ONLY | Open.DIRECTORY,
            0)) {
      session.syscalls().fsync(readable.number());
    }
  }
}
