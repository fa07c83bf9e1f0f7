package dev.cleave.bench.cli;

import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.backend.BackendKind;

/**
 * One field of a plan, replaced by an option of {@code copy}. Records rather than lambdas: linking
 * the first lambda costs a process more than a small copy does.
 */
sealed interface PlanChange {
  /**
   * The plan with that field replaced.
   *
   * @throws IllegalArgumentException if the value is out of range
   */
  CopyPlan applyTo(CopyPlan plan);

  /** {@code --max-depth}. */
  record SplitDepth(int value) implements PlanChange {
    @Override
    public CopyPlan applyTo(CopyPlan plan) {
      return plan.withSplitDepth(value);
    }
  }

  /** {@code --chunk}. */
  record Chunk(long bytes) implements PlanChange {
    @Override
    public CopyPlan applyTo(CopyPlan plan) {
      return plan.withChunkBytes(bytes);
    }
  }

  /** {@code --backend}. */
  record Backend(BackendKind value) implements PlanChange {
    @Override
    public CopyPlan applyTo(CopyPlan plan) {
      return plan.withBackend(value);
    }
  }

  /** {@code --queue-depth}. */
  record QueueDepth(int value) implements PlanChange {
    @Override
    public CopyPlan applyTo(CopyPlan plan) {
      return plan.withQueueDepth(value);
    }
  }

  /** {@code --workers}. */
  record Workers(int value) implements PlanChange {
    @Override
    public CopyPlan applyTo(CopyPlan plan) {
      return plan.withWorkers(value);
    }
  }

  /** {@code --preallocate}. */
  record Preallocate(boolean value) implements PlanChange {
    @Override
    public CopyPlan applyTo(CopyPlan plan) {
      return plan.withPreallocate(value);
    }
  }
}
