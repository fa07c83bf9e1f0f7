package dev.cleave.engine.tree;

import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.ReflinkMode;
import dev.cleave.engine.backend.BackendKind;
import dev.cleave.engine.backend.FilePair;
import dev.cleave.engine.backend.Support;
import java.util.ArrayList;
import java.util.List;

/**
 * The plan with a backend that can move bytes between two files.
 *
 * @param reason for the difference from what was asked; empty if there is none
 */
record BackendChoice(CopyPlan plan, String reason) {
  /** The plan that was asked for, with nio in the place of a backend that is not possible here. */
  static BackendChoice of(CopyPlan asked, FilePair files, ReflinkMode reflink) {
    List<String> reasons = new ArrayList<>();
    CopyPlan plan = asked;
    Support support = plan.backend().backend().support(files, plan, reflink);
    if (!support.isSupported()) {
      reasons.add(plan.backend() + " is not possible: " + support.reason());
      plan = plan.withBackend(BackendKind.NIO);
    }
    if (plan.queueDepth() > 1 && !plan.backend().backend().hasQueue()) {
      reasons.add(plan.backend() + " keeps one request in flight");
      plan = plan.withQueueDepth(1);
    }
    return new BackendChoice(plan, String.join("; ", reasons));
  }
}
