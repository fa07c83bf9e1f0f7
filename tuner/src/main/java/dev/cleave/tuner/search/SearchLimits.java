package dev.cleave.tuner.search;

import dev.cleave.engine.CopyPlan;

/**
 * What no candidate may exceed.
 *
 * @param memoryBytes buffers of one copy: tasks x queue depth x chunk
 * @param processors of this machine; a file may have four tasks for each, as tasks wait for the
 *     device more than they compute
 * @param fileBytes size of the file that is copied: a chunk larger than a task's range is the same
 *     as one of that size
 */
public record SearchLimits(long memoryBytes, int processors, long fileBytes) {
  private static final int TASKS_PER_PROCESSOR = 4;

  public SearchLimits {
    if (memoryBytes <= 0 || processors <= 0 || fileBytes <= 0) {
      throw new IllegalArgumentException(
          "limits must be positive: "
              + memoryBytes
              + " bytes of memory, "
              + processors
              + " processors, files of "
              + fileBytes
              + " bytes");
    }
  }

  /**
   * Whether a plan is worth a candidate.
   *
   * @param usualChunkBytes the default's, which is as good as any where files are smaller
   */
  boolean allow(CopyPlan plan, long usualChunkBytes) {
    boolean ownChunk =
        plan.chunkBytes() == usualChunkBytes || plan.chunkBytes() <= fileBytes / plan.tasks();
    return ownChunk
        && PlanCost.bufferBytes(plan) <= memoryBytes
        && plan.tasks() <= (long) TASKS_PER_PROCESSOR * processors;
  }
}
