package dev.cleave.tuner.search;

import dev.cleave.engine.CopyPlan;

/** What {@code copy} does without a tuned profile, and so what every candidate is compared with. */
public final class DefaultPlan {
  /**
   * Of the files of a tree, each copied sequentially: more hardly gain, and disks with heads lose.
   */
  private static final int MOST_WORKERS = 8;

  private DefaultPlan() {}

  /** Sequential within a file, on a machine with that many processors. */
  public static CopyPlan sequential(int processors) {
    return on(CopyPlan.SEQUENTIAL, processors);
  }

  /** The plan with as many files in flight as are usual. */
  public static CopyPlan on(CopyPlan plan, int processors) {
    return plan.withWorkers(Math.min(processors, MOST_WORKERS));
  }
}
