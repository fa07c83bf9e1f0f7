package dev.cleave.bench.cli;

import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.backend.BackendKind;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@code copy} that say how fast: each that isn't null replaces one field of the
 * profile's plan.
 *
 * @param enabled the seed's setting, before the others
 */
record PlanOptions(
    boolean enabled,
    @Nullable Integer splitDepth,
    @Nullable Long chunkBytes,
    @Nullable BackendKind backend,
    @Nullable Integer queueDepth) {
  static final PlanOptions NONE = new PlanOptions(false, null, null, null, null);

  PlanOptions withEnabled() {
    return new PlanOptions(true, splitDepth, chunkBytes, backend, queueDepth);
  }

  PlanOptions withSplitDepth(int value) {
    return new PlanOptions(enabled, value, chunkBytes, backend, queueDepth);
  }

  PlanOptions withChunkBytes(long value) {
    return new PlanOptions(enabled, splitDepth, value, backend, queueDepth);
  }

  PlanOptions withBackend(BackendKind value) {
    return new PlanOptions(enabled, splitDepth, chunkBytes, value, queueDepth);
  }

  PlanOptions withQueueDepth(int value) {
    return new PlanOptions(enabled, splitDepth, chunkBytes, backend, value);
  }

  /** Whether a copy shall be split even without a profile. */
  boolean splits() {
    return enabled || splitDepth != null;
  }

  /**
   * The plan with the fields that were given.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  CopyPlan applyTo(CopyPlan plan) {
    CopyPlan changed = plan;
    if (enabled) {
      changed =
          changed
              .withSplitDepth(CopyPlan.SEED.splitDepth())
              .withChunkBytes(CopyPlan.SEED.chunkBytes());
    }
    if (backend != null) {
      changed = changed.withBackend(backend);
    }
    if (splitDepth != null) {
      changed = changed.withSplitDepth(splitDepth);
    }
    if (chunkBytes != null) {
      changed = changed.withChunkBytes(chunkBytes);
    }
    return queueDepth == null ? changed : changed.withQueueDepth(queueDepth);
  }
}
