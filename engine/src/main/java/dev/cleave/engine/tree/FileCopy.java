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
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import dev.cleave.engine.options.FileContent;
import dev.cleave.engine.options.SparseMode;
import dev.cleave.engine.options.SyncPolicy;
import dev.cleave.engine.tree.Takeover.Way;
import java.io.IOException;
import java.util.Optional;

/**
 * Copies one file so that nothing half-written is ever seen: the data goes to a file without a
 * name, then the metadata, then the name.
 *
 * <p>Written in place instead, and said so: on request, targets that are no regular files or have
 * several links, an owner or attributes we can't keep, directories we can't create files in.
 */
final class FileCopy {
  private final CopySession session;
  private final FileMetadata metadata;
  private final EntryReport report;

  FileCopy(CopySession session, FileMetadata metadata, EntryReport report) {
    this.session = session;
    this.metadata = metadata;
    this.report = report;
  }

  /**
   * Copies the open source to the name, which may exist.
   *
   * @return the bytes of data that were copied
   */
  long copy(SourceFile source, Takeover takeover) throws IOException {
    return takeover.way() == Way.OVERWRITE ? overwrite(source, takeover) : create(source, takeover);
  }

  private long create(SourceFile source, Takeover takeover) throws IOException {
    TargetName target = takeover.target();
    try (PendingFile pending = PendingFile.create(target)) {
      long bytes = fill(source, target, pending.fd(), "", false);
      metadata.apply(pending.fd(), target.shown(), source.status(), metadata.mode(source.status()));
      commit(pending, takeover);
      return bytes;
    } catch (SyscallException e) {
      throw cannotCreate(takeover, e);
    }
  }

  private long overwrite(SourceFile source, Takeover takeover) throws IOException {
    WritableTarget old;
    try {
      old = WritableTarget.open(takeover);
    } catch (SyscallException e) {
      if (e.is(Errno.ENOENT)) { // somebody has removed it meanwhile
        return create(source, takeover.by(Way.NEW));
      }
      if (takeover.overwrite().force()) {
        return create(source, takeover.by(Way.REMOVE_UNWRITABLE));
      }
      throw cannotCreate(takeover, e);
    }
    try (old) {
      String reason = reasonToWriteInPlace(old);
      return reason.isEmpty()
          ? replace(source, takeover, old)
          : writeInPlace(source, takeover, old, reason);
    }
  }

  private long replace(SourceFile source, Takeover takeover, WritableTarget old)
      throws IOException {
    TargetName target = old.requireName();
    try (PendingFile pending = PendingFile.create(target);
        ReplacedFile replaced = ReplacedFile.open(target, pending.fd())) {
      String obstacle = obstacle(replaced, pending.fd());
      if (!obstacle.isEmpty()) {
        return writeInPlace(source, takeover, old, obstacle);
      }
      long bytes = fillBesideOldFile(source, target, pending.fd());
      replaced.dropInheritedAccess(pending.fd());
      int mode = metadata.isPreserved() ? metadata.mode(source.status()) : replaced.mode();
      metadata.apply(pending.fd(), target.shown(), source.status(), mode);
      if (!metadata.isPreserved()) {
        replaced.passAccess(pending.fd());
      }
      commit(pending, takeover);
      return bytes;
    } catch (SyscallException e) {
      if (!e.is(Errno.EACCES, Errno.EPERM)) {
        throw cannotCreate(takeover, e);
      }
      return switch (e.call()) {
        case "openat" ->
            writeInPlace(source, takeover, old, "written in place: its directory can't be written");
        case "getxattr", "listxattr" -> writeInPlace(source, takeover, old, ATTRIBUTES_IN_THE_WAY);
        default -> throw cannotCreate(takeover, e);
      };
    }
  }

  private static final String ATTRIBUTES_IN_THE_WAY =
      "written in place: its extended attributes can't be kept otherwise";

  /** Why the file must stay and be written into; empty if the pending one can take its place. */
  private static String obstacle(ReplacedFile replaced, Fd pending) throws SyscallException {
    if (!replaced.passOwner(pending)) {
      return "written in place: its owner can't be kept otherwise";
    }
    return replaced.passAttributes(pending) ? "" : ATTRIBUTES_IN_THE_WAY;
  }

  private long fillBesideOldFile(SourceFile source, TargetName target, Fd fd) throws IOException {
    try {
      return fill(source, target, fd, "", false);
    } catch (IOException e) {
      CopyFailure failure = CopyFailure.of(source.name(), e);
      throw failure.isNoRoom()
          ? failure.withAdvice(
              "the old file stays until the new one is complete: --inplace needs less room")
          : failure;
    }
  }

  private static CopyFailure cannotCreate(Takeover takeover, SyscallException e) {
    return takeover.failure("cannot create regular file " + takeover.target().shown().quoted(), e);
  }

  /** Why an existing target must not be replaced; empty if it can be. */
  private String reasonToWriteInPlace(WritableTarget old) {
    if (session.options().data().inPlace()) {
      return "written in place: --inplace";
    }
    if (copiesNoData()) {
      return "written in place: it keeps its data";
    }
    if (!old.status().isRegular()) {
      return "written in place: the target is a " + old.status().type();
    }
    if (old.name() == null) {
      return "written in place: its directory can't be told";
    }
    return old.status().links() > 1
        ? "written in place: the target has " + old.status().links() + " links"
        : "";
  }

  private boolean copiesNoData() {
    return session.options().tree().content() == FileContent.ATTRIBUTES_ONLY;
  }

  private long writeInPlace(SourceFile source, Takeover takeover, WritableTarget old, String why)
      throws IOException {
    TargetName target = takeover.target();
    Fd fd = old.fd();
    boolean streams = !old.status().isRegular();
    if (!streams && !copiesNoData()) {
      truncate(fd, target);
    }
    long bytes = fill(source, target, fd, why, streams);
    if (metadata.isPreserved() && !streams) {
      metadata.apply(fd, target.shown(), source.status(), metadata.mode(source.status()));
    }
    if (session.options().data().sync().isDurable()) {
      session.syscalls().fsync(fd.number());
    }
    return bytes;
  }

  private static void truncate(Fd fd, TargetName target) throws CopyFailure {
    try {
      fd.syscalls().ftruncate(fd.number(), 0);
    } catch (SyscallException e) {
      throw CopyFailure.of(target.shown(), "error writing " + target.shown().quoted(), e);
    }
  }

  /**
   * Brings the source's data into the open target, and makes sure that the source held still.
   *
   * @param streams whether the target takes bytes in their order only, as a pipe does
   * @return the bytes of data that were copied
   */
  private long fill(SourceFile source, TargetName target, Fd fd, String why, boolean streams)
      throws IOException {
    if (copiesNoData()) {
      return 0;
    }
    CopyItem item = new CopyItem(source.name(), target.shown());
    FilePair files = new FilePair(source.fd(), source.name(), fd, target.shown());
    if (session.cloning().cloned(source, files, target, why, report)) {
      source.checkUnchanged().ifPresent(report::warn);
      return source.status().size();
    }
    if (streams || source.hasUnknownSize()) {
      long bytes = StreamCopy.copy(session, source, fd, target.shown());
      if (session.options().data().verify()) {
        report.warn(target.shown().quoted() + " is not verified: it can't be read twice");
      }
      return bytes;
    }
    return fillByPlan(source, files, item, why);
  }

  /** Returns the bytes of data that were moved. */
  private long fillByPlan(SourceFile source, FilePair files, CopyItem item, String why)
      throws IOException {
    long size = source.status().size();
    DataMap data =
        new ExtentScanner(source.fd()).map(source.status(), session.options().data().sparse());
    PlanUse use = PlanFitting.fit(session, files, data.bytes(), why);
    makeRoom(files, data, size, use.used());
    DataCopy copy = new DataCopy(session, item, files, size, data, use.used());
    long bytes = copy.copyAll();
    Optional<ByteRange> difference =
        session.options().data().verify()
            ? new Verification(session, report, files, size, data, use.used()).firstDifference()
            : Optional.empty();
    source.checkUnchanged().ifPresent(report::warn);
    if (difference.isPresent()) { // and it isn't the source that has changed
      throw differs(files, difference.get());
    }
    report.used(copy.ran(use));
    return bytes;
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

  private void commit(PendingFile pending, Takeover takeover) throws CopyFailure, SyscallException {
    boolean replaces = takeover.way() != Way.NEW;
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
    name(pending, takeover);
    if (policy == SyncPolicy.FULL) {
      syncDirectory(pending.target());
    }
  }

  private void name(PendingFile pending, Takeover takeover) throws CopyFailure, SyscallException {
    if (takeover.way() != Way.NEW) {
      takeover.run(pending::commitReplacing, report);
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
