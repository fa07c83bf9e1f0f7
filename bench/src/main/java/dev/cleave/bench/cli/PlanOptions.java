package dev.cleave.bench.cli;

import dev.cleave.engine.CopyPlan;
import java.util.function.UnaryOperator;

/**
 * The options of {@code copy} that say how fast: each replaces one field of the profile's plan.
 *
 * @param enabled the seed's setting, before the others
 * @param splitDepthGiven whether there is one of its own
 * @param changes all the others, in the order in which they were given
 */
record PlanOptions(boolean enabled, boolean splitDepthGiven, UnaryOperator<CopyPlan> changes) {
  static final PlanOptions NONE = new PlanOptions(false, false, UnaryOperator.identity());

  PlanOptions withEnabled() {
    return new PlanOptions(true, splitDepthGiven, changes);
  }

  PlanOptions withSplitDepth(int splitDepth) {
    return new PlanOptions(enabled, true, changes).with(plan -> plan.withSplitDepth(splitDepth));
  }

  /** With one more field replaced. */
  PlanOptions with(UnaryOperator<CopyPlan> change) {
    return new PlanOptions(enabled, splitDepthGiven, plan -> change.apply(changes.apply(plan)));
  }

  /** Whether a copy shall be split even without a profile. */
  boolean splits() {
    return enabled || splitDepthGiven;
  }

  /**
   * The plan with the fields that were given.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  CopyPlan applyTo(CopyPlan plan) {
    CopyPlan start =
        enabled
            ? plan.withSplitDepth(CopyPlan.SEED.splitDepth())
                .withChunkBytes(CopyPlan.SEED.chunkBytes())
            : plan;
    return changes.apply(start);
  }
}
