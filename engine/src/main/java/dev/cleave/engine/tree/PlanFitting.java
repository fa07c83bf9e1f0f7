package dev.cleave.engine.tree;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.MemoryBudget;
import dev.cleave.engine.PlanUse;
import dev.cleave.engine.SizeClass;
import dev.cleave.engine.backend.BackendKind;
import dev.cleave.engine.backend.FilePair;
import dev.cleave.engine.backend.Support;

/** Turns the plan that was asked for into the one that can be used, with the reasons. */
final class PlanFitting {
  private final CopySession session;
  private CopyPlan plan;
  private String why;

  private PlanFitting(CopySession session, CopyPlan plan, String why) {
    this.session = session;
    this.plan = plan;
    this.why = why;
  }

  /**
   * The plan for copying {@code bytes} bytes between these files.
   *
   * @param why what there is to say already; empty if nothing
   */
  static PlanUse fit(CopySession session, FilePair files, long bytes, String why) {
    SizeClass sizeClass = SizeClass.of(bytes);
    CopyPlan asked = session.plansAsked().of(sizeClass);
    PlanFitting fitting = new PlanFitting(session, asked, why);
    fitting.fitBackend(files);
    fitting.fitQueue();
    fitting.fitSplit(bytes);
    fitting.fitMemory();
    return new PlanUse(sizeClass, asked, fitting.plan, fitting.why);
  }

  private void fitBackend(FilePair files) {
    Support support = plan.backend().backend().support(files, plan, session.options().reflink());
    String reason = support.reason();
    if (reason != null) {
      because(plan.backend() + " is not possible: " + reason);
      plan = plan.withBackend(BackendKind.NIO);
    }
  }

  private void fitQueue() {
    if (plan.queueDepth() > 1 && !plan.backend().backend().hasQueue()) {
      because(plan.backend() + " keeps one request in flight");
      plan = plan.withQueueDepth(1);
    }
  }

  private void fitSplit(long bytes) {
    long threshold = session.options().splitThresholdBytes();
    if (bytes < threshold && plan.splitDepth() > 0) {
      because("files below " + ByteSize.format(threshold) + " are not split");
      plan = plan.withSplitDepth(0);
    }
  }

  private void fitMemory() {
    long limit = session.options().memoryLimitBytes();
    CopyPlan fitting = MemoryBudget.fit(plan, limit);
    if (!fitting.equals(plan)) {
      because("the memory limit is " + ByteSize.format(limit));
      plan = fitting;
    }
  }

  private void because(String reason) {
    why = why.isEmpty() ? reason : why + "; " + reason;
  }
}
