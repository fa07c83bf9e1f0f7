package dev.cleave.engine.tree;

import dev.cleave.engine.ByteRange;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.Cancellation;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.DataMap;
import dev.cleave.engine.SplitTask;
import dev.cleave.engine.backend.FilePair;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a finished target back from its device and compares it with the source, byte by byte, in
 * the leaves of the plan. Comes before the target gets its name: a bad copy never replaces
 * anything.
 *
 * <p>A comparison, not checksums: it works for every backend, whether or not the bytes pass through
 * this process, catches what two equal checksums hide, and knows which bytes differ. The price is a
 * second reading of the source, most of it from the page cache.
 */
final class Verification {
  private static final int DONT_NEED = 4; // POSIX_FADV_DONTNEED, linux/fadvise.h
  private static final long PAGE_BYTES = 4 * ByteSize.KIB;

  private final CopySession session;
  private final EntryReport report;
  private final FilePair files;
  private final ByteRange all;
  private final DataMap data;
  private final CopyPlan plan;
  private @Nullable ByteRange firstDifference;

  Verification(
      CopySession session,
      EntryReport report,
      FilePair files,
      long bytes,
      DataMap data,
      CopyPlan plan) {
    this.session = session;
    this.report = report;
    this.files = files;
    this.all = new ByteRange(0, bytes);
    this.data = data;
    this.plan = plan;
  }

  /** The first bytes in which the target differs; empty if it is a good copy. */
  Optional<ByteRange> firstDifference() throws IOException {
    evictTarget();
    Cancellation failFast = session.stop().inner();
    try (FileChannel source = files.source().openChannel(StandardOpenOption.READ);
        FileChannel target = openTarget()) {
      SplitTask.Leaf compare = leaf -> compareLeaf(source, target, leaf, failFast);
      session.run(new SplitTask(data, all, plan.splitDepth(), compare, failFast), plan.tasks());
    }
    failFast.rethrow();
    return Optional.ofNullable(firstDifference);
  }

  private FileChannel openTarget() throws IOException {
    try {
      return files.target().openChannel(StandardOpenOption.READ);
    } catch (AccessDeniedException e) {
      String doing = "cannot open " + files.targetName().quoted() + " to verify it";
      throw CopyFailure.of(files.targetName(), doing, new SyscallException("open", Errno.EACCES));
    }
  }

  /** Dirty pages stay in the cache, so the data is synced first. */
  private void evictTarget() throws SyscallException {
    Syscalls syscalls = session.syscalls();
    int target = files.target().number();
    syscalls.fdatasync(target);
    syscalls.fadvise64(target, 0, 0, DONT_NEED);
    long kept = residentBytes(syscalls, target);
    if (kept > 0 && syscalls.fstatfs(target) != Preallocation.TMPFS_MAGIC) {
      report.warn(
          "the kernel kept "
              + ByteSize.format(kept)
              + " of "
              + files.targetName().quoted()
              + " in memory: they are verified there, not on the device");
    }
  }

  private static long residentBytes(Syscalls syscalls, int fd) {
    try {
      return PAGE_BYTES * syscalls.cachestat(fd, 0, 0);
    } catch (SyscallException unknown) {
      return 0; // before Linux 6.5 nobody says without mapping the file
    }
  }

  private void compareLeaf(
      FileChannel source, FileChannel target, ByteRange leaf, Cancellation failFast)
      throws IOException {
    ByteBuffer buffer = session.buffers().borrow(plan.chunkBytes());
    try {
      Comparison comparison =
          new Comparison(source, target, files.sourceName(), buffer, session.listener(), failFast);
      ExtentScanner holesOfTarget = new ExtentScanner(files.target());
      new LeafExtents(data, new ExtentScanner(files.source()))
          .walk(
              leaf,
              new LeafExtents.Visitor() {
                @Override
                public void data(ByteRange extent) throws IOException {
                  note(comparison.difference(extent));
                }

                @Override
                public void hole(ByteRange hole) throws IOException {
                  // a hole in both is the same; what else the target has there must be zeros
                  ByteRange extent = holesOfTarget.next(hole.offset(), hole.end());
                  while (extent != null) {
                    note(comparison.difference(extent));
                    extent = holesOfTarget.next(extent.end(), hole.end());
                  }
                }
              });
    } finally {
      session.buffers().giveBack(buffer);
    }
  }

  private synchronized void note(@Nullable ByteRange difference) {
    if (difference != null
        && (firstDifference == null || difference.offset() < firstDifference.offset())) {
      firstDifference = difference;
    }
  }
}
