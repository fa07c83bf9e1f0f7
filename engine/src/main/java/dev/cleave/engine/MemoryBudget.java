package dev.cleave.engine;

/**
 * Bounds the memory of a plan before the first byte: tasks x queue depth x chunk stay within the
 * limit. The chunk is lowered first, then the split depth.
 */
public final class MemoryBudget {
  private static final long SMALLEST_USEFUL_CHUNK_BYTES = 64 * ByteSize.KIB;

  private MemoryBudget() {}

  /** Bytes of all buffers that the plan can have in use at once for one file. */
  public static long bytes(CopyPlan plan) {
    return plan.chunkBytes() * plan.queueDepth() * plan.tasks();
  }

  /** The plan, or the nearest one that fits into the limit. */
  public static CopyPlan fit(CopyPlan plan, long limitBytes) {
    CopyPlan fitting = plan;
    while (bytes(fitting) > limitBytes) {
      fitting = smaller(fitting);
    }
    return fitting;
  }

  private static CopyPlan smaller(CopyPlan plan) {
    if (plan.chunkBytes() >= 2 * SMALLEST_USEFUL_CHUNK_BYTES) {
      return plan.withChunkBytes(plan.chunkBytes() / 2);
    }
    if (plan.splitDepth() > 0) {
      return plan.withSplitDepth(plan.splitDepth() - 1);
    }
    if (plan.queueDepth() > 1) {
      return plan.withQueueDepth(plan.queueDepth() / 2);
    }
    return plan.withChunkBytes(Math.max(plan.chunkBytes() / 2, CopyPlan.MIN_CHUNK_BYTES));
  }
}
