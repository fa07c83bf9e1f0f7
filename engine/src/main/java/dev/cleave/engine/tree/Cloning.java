package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.CopyPlans;
import dev.cleave.engine.DataTrace;
import dev.cleave.engine.PlanUse;
import dev.cleave.engine.SizeClass;
import dev.cleave.engine.backend.BackendKind;
import dev.cleave.engine.backend.FilePair;
import dev.cleave.engine.backend.Reflink;
import dev.cleave.engine.backend.SourceShrankException;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.options.ReflinkMode;
import dev.cleave.engine.options.SparseMode;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tries to share a whole file's blocks, before any backend is asked to move its bytes. Remembers
 * between which devices that can't be, so that a tree asks once. Several workers use it.
 */
final class Cloning {
  /** What is true of two devices and not of two files. */
  private static final Errno[] WHATEVER_THE_FILE = {
    Errno.EOPNOTSUPP, Errno.ENOTTY, Errno.ENOSYS, Errno.EXDEV
  };

  private record Devices(long source, long target) {
    // Written out: a record's own are linked at run time, which costs the start of a copy 10 ms
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Devices that && source == that.source && target == that.target;
    }

    @Override
    public int hashCode() {
      return 31 * Long.hashCode(source) + Long.hashCode(target);
    }
  }

  private final CopySession session;
  private final Set<Devices> apart = ConcurrentHashMap.newKeySet();

  Cloning(CopySession session) {
    this.session = session;
  }

  /**
   * Whether the target now has the source's blocks; if not, it is as it was.
   *
   * @throws CopyFailure with cp's words, if sharing is a must and can't be
   */
  boolean cloned(
      SourceFile source,
      FilePair files,
      TargetName target,
      CopyPlans plans,
      String why,
      EntryReport report)
      throws IOException {
    ReflinkMode mode = session.options().data().reflink();
    long bytes = source.status().size();
    if (!tries(source)) {
      return false;
    }
    Devices devices =
        new Devices(
            FileId.of(source.status()).device(), FileId.of(target.parent().before()).device());
    if (mode == ReflinkMode.AUTO && apart.contains(devices)) {
      return false;
    }
    try {
      Reflink.share(files, bytes);
    } catch (SyscallException e) {
      if (mode == ReflinkMode.ALWAYS || !Reflink.isUnavailable(e)) {
        throw failure(files, e);
      }
      if (e.is(WHATEVER_THE_FILE)) {
        apart.add(devices);
      }
      return false;
    }
    refuseShrunk(files, bytes);
    CopyPlan plan = plans.ofBytes(bytes);
    String said =
        session.options().data().verify()
            ? "cloned, so that no byte was moved and none needs verifying"
            : "cloned, so that no byte was moved";
    PlanUse use =
        new PlanUse(
            SizeClass.of(bytes), plan, used(plan), why.isEmpty() ? said : why + "; " + said);
    report.used(use);
    report.traced(new DataTrace(use, DataTrace.Sharing.SHARED, false, false));
    return true;
  }

  /** What ran in the plan's place: one call of the kernel, whatever the plan would have done. */
  private static CopyPlan used(CopyPlan asked) {
    return CopyPlan.SEQUENTIAL.withBackend(BackendKind.KERNEL).withWorkers(asked.workers());
  }

  /** Whether a file is worth it; a clone has the holes of its source, no more and no less. */
  private boolean tries(SourceFile source) {
    ReflinkMode mode = session.options().data().reflink();
    boolean wanted =
        mode == ReflinkMode.ALWAYS || (mode == ReflinkMode.AUTO && source.status().size() > 0);
    return wanted
        && source.status().isRegular()
        && session.options().data().sparse() == SparseMode.AUTO;
  }

  /** What came of it for a file whose blocks are not shared. */
  DataTrace.Sharing whyNot(SourceFile source) {
    if (session.options().data().reflink() == ReflinkMode.NEVER) {
      return DataTrace.Sharing.UNWANTED;
    }
    return tries(source) ? DataTrace.Sharing.IMPOSSIBLE : DataTrace.Sharing.UNTRIED;
  }

  private static CopyFailure failure(FilePair files, SyscallException e) {
    BytePath target = files.targetName();
    String doing = "failed to clone " + target.quoted() + " from " + files.sourceName().quoted();
    return CopyFailure.of(target, doing, e);
  }

  private static void refuseShrunk(FilePair files, long bytes) throws IOException {
    long size = files.target().status().size();
    if (size < bytes) {
      throw new SourceShrankException(files.sourceName(), size);
    }
  }
}
