package dev.cleave.engine.tree;

import dev.cleave.engine.ByteRange;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.Cancellation;
import dev.cleave.engine.CopyItem;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.DataMap;
import dev.cleave.engine.MemoryBudget;
import dev.cleave.engine.PlanUse;
import dev.cleave.engine.SizeClass;
import dev.cleave.engine.SparseMode;
import dev.cleave.engine.Split;
import dev.cleave.engine.SplitTask;
import dev.cleave.engine.backend.CopyTask;
import dev.cleave.engine.backend.FilePair;
import dev.cleave.engine.backend.RangeCopier;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Moves the data of one file by its plan, and says which plan really ran. */
final class DataCopy {
  private final CopySession session;
  private final CopyItem item;
  private final FilePair files;
  private final ByteRange all;
  private final DataMap data;
  private final CopyPlan plan;
  private final Cancellation failFast;
  private final LongAdder moved = new LongAdder();

  /**
   * @param bytes the size of the file
   * @param data where in it the data is; the target has holes everywhere else already
   */
  DataCopy(
      CopySession session, CopyItem item, FilePair files, long bytes, DataMap data, CopyPlan plan) {
    this.session = session;
    this.item = item;
    this.files = files;
    this.all = new ByteRange(0, bytes);
    this.data = data;
    this.plan = plan;
    this.failFast = session.cancellation().inner();
  }

  /** The plan that can be used for a file with so much data, with the reason for any difference. */
  static PlanUse planFor(CopySession session, long bytes, String why) {
    SizeClass sizeClass = SizeClass.of(bytes);
    CopyPlan asked = session.plansAsked().of(sizeClass);
    CopyPlan used = asked;
    String reason = why;
    long threshold = session.options().splitThresholdBytes();
    if (bytes < threshold && asked.splitDepth() > 0) {
      used = used.withSplitDepth(0);
      reason = join(reason, "files below " + ByteSize.format(threshold) + " are not split");
    }
    if (used.preallocate() && session.options().sparse() == SparseMode.ALWAYS) {
      used = used.withPreallocate(false);
      reason = join(reason, "zeros become holes only as they are met: --sparse=always");
    }
    long evenChunk = session.bandwidth().largestChunkBytes();
    if (used.chunkBytes() > evenChunk) {
      used = used.withChunkBytes(evenChunk);
      reason = join(reason, "a chunk is at most a quarter of a second's worth: --bwlimit");
    }
    long limit = session.options().memoryLimitBytes();
    CopyPlan fitting = MemoryBudget.fit(used, limit);
    if (!fitting.equals(used)) {
      reason = join(reason, "the memory limit is " + ByteSize.format(limit));
    }
    return new PlanUse(sizeClass, asked, fitting, reason);
  }

  private static String join(String one, String other) {
    return one.isEmpty() ? other : one + "; " + other;
  }

  /**
   * Copies exactly the data, or throws the first error once all tasks have stopped.
   *
   * @return the bytes moved, without holes
   */
  long copyAll() throws IOException {
    List<ByteRange> regions = Split.leaves(data, all, plan.splitDepth());
    session.listener().fileStarted(item, all.length(), regions);
    if (all.length() == 0) {
      return 0;
    }
    try (RangeCopier copier = plan.backend().create().open(files, plan);
        @Nullable FileChannel source = channelToLookForZeros()) {
      SplitTask.Leaf copyLeaf = leaf -> copyLeaf(copier, source, leaf);
      session.run(new SplitTask(data, all, plan.splitDepth(), copyLeaf, failFast), plan.tasks());
    }
    failFast.rethrow();
    return moved.sum();
  }

  private @Nullable FileChannel channelToLookForZeros() throws IOException {
    return session.options().sparse() == SparseMode.ALWAYS
        ? files.source().openChannel(StandardOpenOption.READ)
        : null;
  }

  private void copyLeaf(RangeCopier copier, @Nullable FileChannel source, ByteRange leaf)
      throws IOException {
    try (Task task = new Task(leaf)) {
      new LeafExtents(data, new ExtentScanner(files.source()))
          .walk(leaf, visitor(copier, source, task));
    }
  }

  private static LeafExtents.Visitor visitor(
      RangeCopier copier, @Nullable FileChannel source, Task task) {
    return new LeafExtents.Visitor() {
      @Override
      public void data(ByteRange extent) throws IOException {
        if (source == null) {
          task.buffer().clear();
          copier.copy(extent, task);
        } else {
          new ZeroBlocks(copier, source, task::skipped).copy(extent, task);
        }
      }

      @Override
      public void hole(ByteRange hole) {
        task.skipped(hole.length());
      }
    };
  }

  /** One leaf in the hands of one worker. */
  private final class Task implements CopyTask, AutoCloseable {
    private final ByteRange leaf;
    private final ByteBuffer buffer;

    Task(ByteRange leaf) {
      this.leaf = leaf;
      this.buffer = session.buffers().borrow(plan.chunkBytes());
    }

    @Override
    public ByteBuffer buffer() {
      return buffer;
    }

    @Override
    public void advanced(long count) {
      moved.add(count);
      skipped(count);
      session.bandwidth().pay(count, failFast);
    }

    /** So many bytes are done without having been moved. */
    void skipped(long count) {
      session.listener().advanced(leaf, count);
      failFast.check();
    }

    @Override
    public void close() {
      session.buffers().giveBack(buffer);
    }
  }
}
