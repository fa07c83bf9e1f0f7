package dev.cleave.engine.tree;

import dev.cleave.engine.ByteRange;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.Cancellation;
import dev.cleave.engine.CopyItem;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.MemoryBudget;
import dev.cleave.engine.PlanUse;
import dev.cleave.engine.SizeClass;
import dev.cleave.engine.Split;
import dev.cleave.engine.SplitTask;
import dev.cleave.engine.backend.CopyTask;
import dev.cleave.engine.backend.FilePair;
import dev.cleave.engine.backend.RangeCopier;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Moves the data of one file by its plan, and says which plan really ran. */
final class DataCopy {
  private final CopySession session;
  private final CopyItem item;
  private final FilePair files;
  private final long bytes;
  private final CopyPlan plan;
  private final Cancellation failFast;
  private final Fallbacks fallbacks;

  DataCopy(CopySession session, CopyItem item, FilePair files, long bytes, CopyPlan plan) {
    this.session = session;
    this.item = item;
    this.files = files;
    this.bytes = bytes;
    this.plan = plan;
    this.fallbacks = new Fallbacks();
    this.failFast = session.cancellation().inner();
  }

  /** The plan that can be used for a file of this size, with the reason for any difference. */
  static PlanUse planFor(CopySession session, FilePair files, long bytes, String why) {
    SizeClass sizeClass = SizeClass.of(bytes);
    CopyPlan asked = session.plansAsked().of(sizeClass);
    BackendChoice choice = BackendChoice.of(asked, files, session.options().reflink());
    CopyPlan used = choice.plan();
    String reason = join(why, choice.reason());
    long threshold = session.options().splitThresholdBytes();
    if (bytes < threshold && asked.splitDepth() > 0) {
      used = used.withSplitDepth(0);
      reason = join(reason, "files below " + ByteSize.format(threshold) + " are not split");
    }
    long limit = session.options().memoryLimitBytes();
    CopyPlan fitting = MemoryBudget.fit(used, limit);
    if (!fitting.equals(used)) {
      reason = join(reason, "the memory limit is " + ByteSize.format(limit));
    }
    return new PlanUse(sizeClass, asked, fitting, reason);
  }

  private static String join(String one, String other) {
    return one.isEmpty() || other.isEmpty() ? one + other : one + "; " + other;
  }

  /** Copies exactly {@code bytes} bytes, or throws the first error once all tasks have stopped. */
  void copyAll() throws IOException {
    ByteRange all = new ByteRange(0, bytes);
    List<ByteRange> regions = Split.leaves(all, plan.splitDepth());
    session.listener().fileStarted(item, bytes, regions);
    if (bytes == 0) {
      return;
    }
    try (RangeCopier copier = plan.backend().backend().open(files, plan)) {
      session.run(
          new SplitTask(all, plan.splitDepth(), leaf -> copyLeaf(copier, leaf), failFast),
          plan.tasks());
    }
    failFast.rethrow();
  }

  /** What has really run, after {@link #copyAll}. */
  PlanUse ran(PlanUse chosen) {
    return fallbacks.applyTo(chosen);
  }

  private void copyLeaf(RangeCopier copier, ByteRange leaf) throws IOException {
    try (Task task = new Task(leaf)) {
      copier.copy(leaf, task);
    }
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
      session.listener().advanced(leaf, count);
      failFast.check();
    }

    @Override
    public void fellBack(long offset, String why) {
      fallbacks.add(offset, why);
    }

    @Override
    public void close() {
      buffers.forEach(session.buffers()::giveBack);
    }
  }
}
