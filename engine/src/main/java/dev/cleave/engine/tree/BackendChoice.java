package dev.cleave.engine.tree;

import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.backend.BackendKind;
import dev.cleave.engine.backend.CopyBackend;
import dev.cleave.engine.backend.FilePair;
import dev.cleave.engine.backend.Support;
import dev.cleave.engine.options.DataOptions;
import dev.cleave.engine.options.ReflinkMode;
import dev.cleave.engine.options.SparseMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The plan with a backend that can move bytes between two files.
 *
 * @param reason for the difference from what was asked; empty if there is none
 */
record BackendChoice(CopyPlan plan, String reason) {
  /** The plan that was asked for, with nio in the place of a backend that is not possible here. */
  static BackendChoice of(CopyPlan asked, FilePair files, DataOptions options) {
    List<String> reasons = new ArrayList<>();
    CopyPlan plan = asked;
    Support support = support(plan, files, options);
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

  private static Support support(CopyPlan plan, FilePair files, DataOptions options) {
    CopyBackend backend = plan.backend().backend();
    Support support = backend.support(files, plan, options.reflink());
    if (!support.isSupported() || options.sparse() != SparseMode.NEVER) {
      return support;
    }
    // shared blocks keep their holes: who wants those filled must have every byte moved
    Support moving = backend.support(files, plan, ReflinkMode.NEVER);
    return moving.isSupported()
        ? moving
        : Support.no(moving.reason() + ", holes and all: --sparse=never");
  }
}
