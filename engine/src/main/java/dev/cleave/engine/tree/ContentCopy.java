package dev.cleave.engine.tree;

import dev.cleave.engine.ByteRange;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.DataMap;
import dev.cleave.engine.DataTrace;
import dev.cleave.engine.PlanUse;
import dev.cleave.engine.SlicePlanner;
import dev.cleave.engine.backend.BackendKind;
import dev.cleave.engine.backend.FilePair;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.options.FileContent;
import dev.cleave.engine.options.SparseMode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Brings the content of one file into an open target: cloned, streamed, or moved by its plan. */
final class ContentCopy {
  private final CopySession session;
  private final EntryReport report;
  private final DevicePlans plans;

  ContentCopy(CopySession session, EntryReport report, DevicePlans plans) {
    this.session = session;
    this.report = report;
    this.plans = plans;
  }

  /**
   * Brings the source's data into the open target, and makes sure that the source held still.
   *
   * @param journal what of it is there already, and told of what is finished; null without --resume
   * @param isRegular whether the target can be written at any offset
   * @return the bytes of data that were copied
   */
  long fill(
      SourceFile source,
      TargetName target,
      Fd fd,
      @Nullable RegionJournal journal,
      String why,
      boolean isRegular)
      throws IOException {
    if (session.options().tree().content() == FileContent.ATTRIBUTES_ONLY) {
      return 0;
    }
    FilePair files = new FilePair(source.fd(), source.name(), fd, target.shown());
    if (session.cloning().cloned(source, files, target, plans.plans(), why, report)) {
      source.checkUnchanged().ifPresent(report::warn);
      long size = source.status().size();
      ByteRange all = new ByteRange(0, size);
      session.listener().fileStarted(report.item(), size, List.of(all));
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
    return fillByPlan(source, files, journal, why);
  }

  /** Returns the bytes of data that were moved. */
  private long fillByPlan(
      SourceFile source, FilePair files, @Nullable RegionJournal journal, String why)
      throws IOException {
    long size = source.status().size();
    DataMap data =
        new ExtentScanner(source.fd()).map(source.status(), session.options().data().sparse());
    DataMap missing = journal == null ? data : data.without(journal.finished());
    long there = data.bytes() - missing.bytes();
    report.wentOnAfter(there);
    String said = there == 0 ? why : "resumed: " + there + " bytes were there already";
    CopyPlan asked = plans.plans().ofBytes(data.bytes());
    PlanUse use = PlanFitting.fit(session, files, data.bytes(), asked, said);
    makeRoom(files, missing, size, use.used());
    DataMoved moved = move(files, new ByteRange(0, size), missing, use, journal);
    if (use.used().backend() == BackendKind.KERNEL || moved.wentBy(BackendKind.KERNEL)) {
      requireWhole(files, size);
    }
    Optional<ByteRange> difference =
        session.options().data().verify()
            ? new Verification(session, report, files, size, data, use.used()).firstDifference()
            : Optional.empty();
    source.checkUnchanged().ifPresent(report::warn);
    if (difference.isPresent()) { // and it isn't the source that has changed
      forget(journal);
      throw differs(files, difference.get());
    }
    moved.uses().forEach(report::used);
    report.traced(
        new DataTrace(
            moved.uses().getLast(),
            session.cloning().whyNot(source),
            data.hasHoles(size),
            session.options().data().sparse() == SparseMode.ALWAYS));
    return moved.bytes();
  }

  private DataMoved move(
      FilePair files, ByteRange all, DataMap data, PlanUse use, @Nullable RegionJournal journal)
      throws IOException {
    try (var _ = plans.turns().take(use.sizeClass());
        SlicePlanner.@Nullable Slices slices =
            session
                .slicePlanner()
                .slices(use.used(), data.bytes(), new Fitting(session, files, data.bytes()))) {
      if (slices != null) {
        return new SlicedCopy(session, report.item(), files, all, data, use, journal)
            .copyAll(slices);
      }
      DataCopy copy =
          new DataCopy(session, report.item(), files, all, data, use.used(), journal, null);
      copy.begin();
      return new DataMoved(copy.copyAll(), List.of(copy.ran(use)));
    }
  }

  /** A record, and no lambda: each one linked costs a small copy something. */
  private record Fitting(CopySession session, FilePair files, long dataBytes)
      implements UnaryOperator<CopyPlan> {
    @Override
    public CopyPlan apply(CopyPlan plan) {
      return PlanFitting.fit(session, files, dataBytes, plan, "").used();
    }
  }

  static void forget(@Nullable RegionJournal journal) throws SyscallException {
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

  /** Of what a call said that it had written, and hasn't: servers do so with copy_file_range. */
  private static void requireWhole(FilePair files, long size) throws IOException {
    long written = files.target().status().size();
    if (written < size) {
      throw CopyFailure.refused(
          files.targetName(),
          files.targetName().quoted()
              + " has "
              + written
              + " bytes after "
              + size
              + " were written: its file system lies, or somebody else has truncated it");
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

  /** The same, into what takes the place of an old file. */
  long fillBesideOldFile(SourceFile source, TargetName target, UnfinishedFile file, FileStatus old)
      throws IOException {
    try {
      return fill(source, target, file.fd(), file.journal(), "", true);
    } catch (IOException e) {
      CopyFailure failure = CopyFailure.of(source.name(), e);
      throw failure.isNoRoom() ? failure.withAdvice(roomForBoth(source.status(), old)) : failure;
    }
  }

  private String roomForBoth(FileStatus source, FileStatus old) {
    boolean fillsHoles = session.options().data().sparse() == SparseMode.NEVER;
    long needed = fillsHoles ? source.size() : Math.min(source.size(), source.allocatedBytes());
    return "the old file ("
        + ByteSize.format(old.allocatedBytes())
        + ") stays until the new one ("
        + ByteSize.format(needed)
        + ") is complete, so that both need "
        + ByteSize.format(old.allocatedBytes() + needed)
        + ": --inplace needs less room";
  }
}
