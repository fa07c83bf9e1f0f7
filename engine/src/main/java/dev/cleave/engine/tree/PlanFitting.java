package dev.cleave.engine.tree;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.MemoryBudget;
import dev.cleave.engine.PlanUse;
import dev.cleave.engine.SizeClass;
import dev.cleave.engine.backend.FilePair;
import dev.cleave.engine.options.DataOptions;
import dev.cleave.engine.options.SparseMode;
import java.util.ArrayList;
import java.util.List;

/** Makes the plan that was asked for into one that can be used, and keeps the reasons. */
final class PlanFitting {
  private final DataOptions options;
  private final List<String> reasons = new ArrayList<>();
  private CopyPlan plan;

  private PlanFitting(DataOptions options, CopyPlan plan) {
    this.options = options;
    this.plan = plan;
  }

  /**
   * The plan that can be used for a file with so much data, with the reason for any difference.
   *
   * @param why what there is to say before; may be empty
   */
  static PlanUse fit(
      CopySession session, FilePair files, long dataBytes, CopyPlan asked, String why) {
    SizeClass sizeClass = SizeClass.of(dataBytes);
    PlanFitting fitting = new PlanFitting(session.options().data(), asked);
    fitting.because(why);
    fitting.chooseBackend(files);
    fitting.leaveWhole(dataBytes);
    fitting.leaveHoles();
    fitting.slowDown(session.bandwidth().largestChunkBytes());
    fitting.fitIntoMemory(session.memoryPerFileBytes());
    return new PlanUse(sizeClass, asked, fitting.plan, String.join("; ", fitting.reasons));
  }

  private void because(String reason) {
    if (!reason.isEmpty()) {
      reasons.add(reason);
    }
  }

  private void chooseBackend(FilePair files) {
    BackendChoice choice = BackendChoice.of(plan, files, options);
    plan = choice.plan();
    because(choice.reason());
  }

  private void leaveWhole(long dataBytes) {
    if (dataBytes < options.splitThresholdBytes() && plan.splitDepth() > 0) {
      plan = plan.withSplitDepth(0);
      because("files below " + ByteSize.format(options.splitThresholdBytes()) + " are not split");
    }
  }

  private void leaveHoles() {
    if (plan.preallocate() && options.sparse() == SparseMode.ALWAYS) {
      plan = plan.withPreallocate(false);
      because("zeros become holes only as they are met: --sparse=always");
    }
  }

  private void slowDown(long largestChunkBytes) {
    if (plan.chunkBytes() > largestChunkBytes) {
      plan = plan.withChunkBytes(largestChunkBytes);
      because("a chunk is at most a quarter of a second's worth: --bwlimit");
    }
  }

  private void fitIntoMemory(long bytes) {
    CopyPlan fitting = MemoryBudget.fit(plan, bytes);
    if (!fitting.equals(plan)) {
      plan = fitting;
      because("the memory limit leaves " + ByteSize.format(bytes) + " for each file in flight");
    }
  }
}
