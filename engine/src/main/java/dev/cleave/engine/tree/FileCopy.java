package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.ByteRange;
import dev.cleave.engine.CopyItem;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.DataMap;
import dev.cleave.engine.PlanUse;
import dev.cleave.engine.backend.FilePair;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import dev.cleave.engine.options.SparseMode;
import dev.cleave.engine.options.SyncPolicy;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Copies one file so that nothing half-written is ever seen: the data goes to a file without a
 * name, then the metadata, then the name.
 *
 * <p>Written in place instead, and said so: on request, targets that are no regular files or have
 * several links, an owner or attributes we can't keep, directories we can't create files in.
 */
final class FileCopy {
  private final CopySession session;
  private final MetadataCopy metadata;
  private final EntryReport report;

  FileCopy(CopySession session, MetadataCopy metadata, EntryReport report) {
    this.session = session;
    this.metadata = metadata;
    this.report = report;
  }

  /**
   * Copies the open source to the name, which may exist.
   *
   * @return the bytes of data that were copied
   */
  long copy(SourceFile source, TargetName target) throws IOException {
    FileStatus existing = target.status();
    refuseSameFile(source, target, existing);
    String reason = existing == null ? "" : reasonToWriteInPlace(existing);
    if (!reason.isEmpty()) {
      if (session.options().data().resume()) {
        ResumableFile.discardLeft(session, source, target, report);
      }
      return copyInPlace(source, target, reason);
    }
    return existing == null ? create(source, target) : replace(source, target);
  }

  private long create(SourceFile source, TargetName target) throws IOException {
    try (UnfinishedFile pending =
        begin(source, target, metadata.creationModeOfFile(source.status()))) {
      long bytes = fill(source, target, pending.fd(), pending.journal(), "", true);
      if (pending instanceof ResumableFile) {
        metadata.applyToPrivateFile(source, pending.fd(), target);
      } else {
        metadata.applyToNewFile(source, pending.fd(), target);
      }
      commit(pending, target, false);
      return bytes;
    } catch (SyscallException e) {
      throw cannotCreate(target, e);
    }
  }

  private UnfinishedFile begin(SourceFile source, TargetName target, int mode) throws IOException {
    return session.options().data().resume() && ResumableFile.isWorthwhile(source, target)
        ? ResumableFile.open(session, source, target, report)
        : PendingFile.create(target, mode);
  }

  private long replace(SourceFile source, TargetName target) throws IOException {
    try (UnfinishedFile pending = begin(source, target, Permissions.OWNER_READ_WRITE);
        ReplacedFile replaced = ReplacedFile.open(target)) {
      FileStatus made = pending.fd().status();
      String obstacle = obstacleBefore(replaced, target, pending, made);
      if (!obstacle.isEmpty()) {
        forget(pending.journal());
        return copyInPlace(source, target, obstacle);
      }
      long bytes = fillBesideOldFile(source, target, pending);
      passLate(replaced, target, pending, made);
      metadata.applyToReplacing(source, pending.fd(), made, target, replaced);
      commit(pending, target, true);
      return bytes;
    } catch (SyscallException e) {
      if (!e.is(Errno.EACCES, Errno.EPERM)) {
        throw cannotCreate(target, e);
      }
      return switch (e.call()) {
        case "openat" ->
            copyInPlace(source, target, "written in place: its directory can't be written");
        case "getxattr", "listxattr" -> copyInPlace(source, target, ATTRIBUTES_IN_THE_WAY);
        default -> throw cannotCreate(target, e);
      };
    }
  }

  private static final String ATTRIBUTES_IN_THE_WAY =
      "written in place: its extended attributes can't be kept otherwise";

  /** Why the file must stay and be written into; empty if the pending one can take its place. */
  private static String obstacle(ReplacedFile replaced, Fd pending, FileStatus made) {
    if (!replaced.passOwner(pending, made)) {
      return "written in place: its owner can't be kept otherwise";
    }
    return replaced.passAttributes(pending) ? "" : ATTRIBUTES_IN_THE_WAY;
  }

  private static String obstacleBefore(
      ReplacedFile replaced, TargetName target, UnfinishedFile file, FileStatus made)
      throws SyscallException {
    return switch (file) {
      case PendingFile pending -> obstacle(replaced, pending.fd(), made);
      case ResumableFile resumable -> {
        // What has a name must be ours while it is filled: its owner could write to it, too
        try (PendingFile trial = PendingFile.create(target, Permissions.OWNER_READ_WRITE)) {
          yield obstacle(replaced, trial.fd(), trial.fd().status());
        }
      }
    };
  }

  private static void passLate(
      ReplacedFile replaced, TargetName target, UnfinishedFile file, FileStatus made)
      throws IOException {
    if (file instanceof ResumableFile && !obstacle(replaced, file.fd(), made).isEmpty()) {
      throw CopyFailure.refused(
          target.shown(), "cannot keep the owner and attributes of " + target.shown().quoted());
    }
  }

  private long fillBesideOldFile(SourceFile source, TargetName target, UnfinishedFile file)
      throws IOException {
    try {
      return fill(source, target, file.fd(), file.journal(), "", true);
    } catch (IOException e) {
      CopyFailure failure = CopyFailure.of(source.name(), e);
      throw failure.isNoRoom()
          ? failure.withAdvice(
              "the old file stays until the new one is complete: --inplace needs less room")
          : failure;
    }
  }

  private static CopyFailure cannotCreate(TargetName target, SyscallException e) {
    return CopyFailure.of(
        target.shown(), "cannot create regular file " + target.shown().quoted(), e);
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
    if (session.options().data().inPlace()) {
      return "written in place: --inplace";
    }
    if (!existing.isRegular()) {
      return "written in place: the target is a " + existing.type();
    }
    return existing.links() > 1
        ? "written in place: the target has " + existing.links() + " links"
        : "";
  }

  private long copyInPlace(SourceFile source, TargetName target, String why) throws IOException {
    String said =
        session.options().data().resume() ? why + ", so that --resume can keep nothing" : why;
    try (Fd fd = openInPlace(target)) {
      long bytes = fill(source, target, fd, null, said, fd.status().isRegular());
      metadata.applyInPlace(source, fd, target);
      if (session.options().data().sync().isDurable()) {
        session.syscalls().fsync(fd.number());
      }
      return bytes;
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
      throw cannotCreate(target, e);
    }
  }

  /**
   * Brings the source's data into the open target, and makes sure that the source held still.
   *
   * @param journal what of it is there already, and told of what is finished; null without --resume
   * @param isRegular whether the target can be written at any offset
   * @return the bytes of data that were copied
   */
  private long fill(
      SourceFile source,
      TargetName target,
      Fd fd,
      @Nullable RegionJournal journal,
      String why,
      boolean isRegular)
      throws IOException {
    CopyItem item = new CopyItem(source.name(), target.shown());
    FilePair files = new FilePair(source.fd(), source.name(), fd, target.shown());
    if (session.cloning().cloned(source, files, target, why, report)) {
      source.checkUnchanged().ifPresent(report::warn);
      long size = source.status().size();
      ByteRange all = new ByteRange(0, size);
      session.listener().fileStarted(item, size, List.of(all));
      session.listener().advanced(all, size);
      return size;
    }
    if (source.hasUnknownSize() || !isRegular) {
      long bytes = StreamCopy.copy(session, source, fd, target.shown());
      if (session.options().data().verify()) {
        report.warn(target.shown().quoted() + " is not verified: it can't be read twice");
      }
      return bytes;
    }
    return fillByPlan(source, files, item, journal, why);
  }

  /** Returns the bytes of data that were moved. */
  private long fillByPlan(
      SourceFile source, FilePair files, CopyItem item, @Nullable RegionJournal journal, String why)
      throws IOException {
    long size = source.status().size();
    DataMap data =
        new ExtentScanner(source.fd()).map(source.status(), session.options().data().sparse());
    DataMap missing = journal == null ? data : data.without(journal.finished());
    long there = data.bytes() - missing.bytes();
    String said = there == 0 ? why : "resumed: " + there + " bytes were there already";
    PlanUse use = PlanFitting.fit(session, files, data.bytes(), said);
    makeRoom(files, missing, size, use.used());
    DataCopy copy = new DataCopy(session, item, files, size, missing, use.used(), journal);
    long bytes = copy.copyAll();
    Optional<ByteRange> difference =
        session.options().data().verify()
            ? new Verification(session, report, files, size, data, use.used()).firstDifference()
            : Optional.empty();
    source.checkUnchanged().ifPresent(report::warn);
    if (difference.isPresent()) { // and it isn't the source that has changed
      forget(journal);
      throw differs(files, difference.get());
    }
    report.used(copy.ran(use));
    return bytes;
  }

  private static void forget(@Nullable RegionJournal journal) throws SyscallException {
    if (journal != null) {
      journal.forget();
    }
  }

  private void makeRoom(FilePair files, DataMap data, long size, CopyPlan plan) throws IOException {
    if (data.hasHoles(size) || session.options().data().sparse() == SparseMode.ALWAYS) {
      Fd target = files.target();
      target.syscalls().ftruncate(target.number(), size); // one hole, for the data to be put into
    }
    if (plan.preallocate()) {
      Preallocation.reserve(files.target(), data, size, files.targetName());
    }
  }

  private static CopyFailure differs(FilePair files, ByteRange range) {
    return CopyFailure.refused(
        files.targetName(),
        files.targetName().quoted()
            + " differs from "
            + files.sourceName().quoted()
            + " in bytes "
            + range.offset()
            + "-"
            + (range.end() - 1)
            + " after it was written: do not trust this device");
  }

  private void commit(UnfinishedFile pending, TargetName target, boolean replaces)
      throws SyscallException {
    SyncPolicy policy = session.options().data().sync();
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

  private void name(UnfinishedFile pending, boolean replaces) throws SyscallException {
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
