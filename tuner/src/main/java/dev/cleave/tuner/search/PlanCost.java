package dev.cleave.tuner.search;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import java.util.Comparator;

/**
 * What a plan takes from the rest of the machine, whatever its speed: tasks, then memory.
 *
 * <p>Memory counts in steps of 16 MiB, and below the first as nothing: beside a JVM's own that
 * bothers nobody, and if it did count, a device on which nothing matters would be TUNED to a
 * smaller chunk instead of keeping its default.
 */
final class PlanCost {
  private static final long MEMORY_STEP_BYTES = 16 * ByteSize.MIB;

  static final Comparator<CopyPlan> CHEAPEST_FIRST =
      Comparator.comparingInt(PlanCost::tasks).thenComparingLong(PlanCost::memorySteps);

  private PlanCost() {}

  /** The most tasks that copy at once, of all files in flight. */
  static int tasks(CopyPlan plan) {
    return plan.workers() * plan.tasks();
  }

  /** Buffers of a copy: tasks x queue depth x chunk. */
  static long bufferBytes(CopyPlan plan) {
    return (long) tasks(plan) * plan.queueDepth() * plan.chunkBytes();
  }

  private static long memorySteps(CopyPlan plan) {
    return bufferBytes(plan) / MEMORY_STEP_BYTES;
  }

  static boolean isCheaper(CopyPlan plan, CopyPlan than) {
    return CHEAPEST_FIRST.compare(plan, than) < 0;
  }
}
