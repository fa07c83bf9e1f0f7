package dev.cleave.bench.cli;

import dev.cleave.engine.CopyPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * The options of {@code copy} that say how fast: each replaces one field of the profile's plan.
 *
 * @param enabled the seed's setting, before the others
 * @param changes all the others, in the order in which they were given
 */
record PlanOptions(boolean enabled, List<PlanChange> changes) {
  static final PlanOptions NONE = new PlanOptions(false, List.of());

  PlanOptions {
    changes = List.copyOf(changes);
  }

  PlanOptions withEnabled() {
    return new PlanOptions(true, changes);
  }

  PlanOptions with(PlanChange change) {
    List<PlanChange> more = new ArrayList<>(changes);
    more.add(change);
    return new PlanOptions(enabled, more);
  }

  /** A plan with the fields that were named; {@code --enabled} only says where to begin. */
  CopyPlan withWhatWasAskedFor(CopyPlan plan) {
    return new PlanOptions(false, changes).applyTo(plan);
  }

  /** Whether a copy shall be split even without a profile. */
  boolean splits() {
    for (PlanChange change : changes) {
      if (change instanceof PlanChange.SplitDepth) {
        return true;
      }
    }
    return enabled;
  }

  /**
   * The plan with the fields that were given.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  CopyPlan applyTo(CopyPlan plan) {
    CopyPlan changed =
        enabled
            ? plan.withSplitDepth(CopyPlan.SEED.splitDepth())
                .withChunkBytes(CopyPlan.SEED.chunkBytes())
            : plan;
    for (PlanChange change : changes) {
      changed = change.applyTo(changed);
    }
    return changed;
  }
}
