package dev.cleave.engine.tree;

import dev.cleave.engine.CopyOptions;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.ReflinkMode;
import dev.cleave.engine.SparseMode;
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
  static BackendChoice of(CopyPlan asked, FilePair files, CopyOptions options) {
    List<String> reasons = new ArrayList<>();
    CopyPlan plan = asked;
    Support support = plan.backend().backend().support(files, plan, sharing(options));
    if (!support.isSupported()) {
      String under = options.sparse() == SparseMode.NEVER ? " under --sparse=never: " : ": ";
      reasons.add(plan.backend() + " is not possible" + under + support.reason());
      plan = plan.withBackend(BackendKind.NIO);
    }
    if (plan.queueDepth() > 1 && !plan.backend().backend().hasQueue()) {
      reasons.add(plan.backend() + " keeps one request in flight");
      plan = plan.withQueueDepth(1);
    }
    return new BackendChoice(plan, String.join("; ", reasons));
  }

  /** Shared blocks keep their holes: who wants them filled must have every byte moved. */
  private static ReflinkMode sharing(CopyOptions options) {
    return options.sparse() == SparseMode.NEVER ? ReflinkMode.NEVER : options.reflink();
  }
}
