package dev.cleave.tuner.search;

import dev.cleave.engine.CopyPlan;
import java.util.Comparator;

/** What a plan takes from the rest of the machine, whatever its speed: tasks, then memory. */
final class PlanCost {
  static final Comparator<CopyPlan> CHEAPEST_FIRST =
      Comparator.comparingInt(CopyPlan::tasks).thenComparingLong(PlanCost::bufferBytes);

  private PlanCost() {}

  /** Buffers of a copy of one file: tasks x queue depth x chunk. */
  static long bufferBytes(CopyPlan plan) {
    return (long) plan.tasks() * plan.queueDepth() * plan.chunkBytes();
  }

  static boolean isCheaper(CopyPlan plan, CopyPlan than) {
    return CHEAPEST_FIRST.compare(plan, than) < 0;
  }
}
