package dev.cleave.engine.tree;

import dev.cleave.engine.ByteRange;
import dev.cleave.engine.Cancellation;
import dev.cleave.engine.CopyItem;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.DataMap;
import dev.cleave.engine.PlanUse;
import dev.cleave.engine.Split;
import dev.cleave.engine.SplitTask;
import dev.cleave.engine.backend.CopyTask;
import dev.cleave.engine.backend.FilePair;
import dev.cleave.engine.backend.RangeCopier;
import dev.cleave.engine.options.SparseMode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Moves the data in a range of one file by a plan, and says which plan really ran. */
final class DataCopy {
  private final CopySession session;
  private final CopyItem item;
  private final FilePair files;
  private final ByteRange all;
  private final DataMap data;
  private final CopyPlan plan;
  private final @Nullable RegionJournal journal;
  private final @Nullable ByteRange told;
  private final Cancellation failFast;
  private final LongAdder moved = new LongAdder();
  private final Fallbacks fallbacks = new Fallbacks();

  /**
   * @param all what is copied
   * @param data where in it the data is that is still to be copied; everything else is in the
   *     target already, as are the holes
   * @param journal told of what is finished; null if nothing needs to know
   * @param told the region that a listener hears of; null for each leaf by itself
   */
  DataCopy(
      CopySession session,
      CopyItem item,
      FilePair files,
      ByteRange all,
      DataMap data,
      CopyPlan plan,
      @Nullable RegionJournal journal,
      @Nullable ByteRange told) {
    this.session = session;
    this.item = item;
    this.files = files;
    this.all = all;
    this.data = data;
    this.plan = plan;
    this.journal = journal;
    this.told = told;
    this.failFast = session.stop().inner();
  }

  /** Says that the whole file is begun, in as many regions as the plan has leaves. */
  void begin() {
    session.listener().fileStarted(item, all.length(), Split.leaves(data, all, plan.splitDepth()));
  }

  /**
   * Copies exactly the data, or throws the first error once all tasks have stopped.
   *
   * @return the bytes moved, without holes
   */
  long copyAll() throws IOException {
    if (all.length() == 0) {
      return 0;
    }
    try (RangeCopier copier = plan.backend().backend().open(files, plan);
        @Nullable FileChannel source = channelToLookForZeros()) {
      SplitTask.Leaf copyLeaf = leaf -> copyLeaf(copier, source, leaf);
      session.run(new SplitTask(data, all, plan.splitDepth(), copyLeaf, failFast), plan.tasks());
    }
    failFast.rethrow();
    return moved.sum();
  }

  /** What has really run, after {@link #copyAll}. */
  PlanUse ran(PlanUse chosen) {
    return fallbacks.applyTo(chosen);
  }

  private @Nullable FileChannel channelToLookForZeros() throws IOException {
    return session.options().data().sparse() == SparseMode.ALWAYS
        ? files.source().openChannel(StandardOpenOption.READ)
        : null;
  }

  private void copyLeaf(RangeCopier copier, @Nullable FileChannel source, ByteRange leaf)
      throws IOException {
    try (Task task = new Task(leaf)) {
      LeafExtents extents = new LeafExtents(data, new ExtentScanner(files.source()));
      LeafExtents.Visitor copying = visitor(copier, source, task);
      if (journal == null) {
        extents.walk(leaf, copying);
      } else {
        RecordedLeaf.copy(leaf, extents, copying, journal);
      }
    }
  }

  private static LeafExtents.Visitor visitor(
      RangeCopier copier, @Nullable FileChannel source, Task task) {
    return new LeafExtents.Visitor() {
      @Override
      public void data(ByteRange extent) throws IOException {
        if (source == null) {
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
    private final List<ByteBuffer> buffers = new ArrayList<>();

    Task(ByteRange leaf) {
      this.leaf = leaf;
    }

    @Override
    public ByteBuffer buffer(int slot) {
      while (buffers.size() <= slot) {
        buffers.add(session.buffers().borrow(plan.chunkBytes()));
      }
      return buffers.get(slot);
    }

    @Override
    public void advanced(long count) {
      moved.add(count);
      skipped(count);
      session.bandwidth().pay(count, failFast);
    }

    /** So many bytes are done without having been moved. */
    void skipped(long count) {
      session.listener().advanced(told == null ? leaf : told, count);
      failFast.check();
    }

    @Override
    public void fellBack(long offset, String why) {
      fallbacks.add(offset, why);
    }

    @Override
    public void giveUpBuffers() {
      buffers.forEach(session.buffers()::giveUp);
      buffers.clear();
    }

    @Override
    public void close() {
      buffers.forEach(session.buffers()::giveBack);
    }
  }
}
