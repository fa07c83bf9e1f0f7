package dev.cleave.engine.options;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;

/**
 * How the content of a file gets to its target.
 *
 * @param reflink whether the source's blocks may be shared instead of copied
 * @param inPlace writes into an existing target instead of replacing it as a whole
 * @param verify reads back what was written, past the page cache, and compares it with the source
 * @param resume goes on with the regions that an earlier, killed copy of the same source left
 * @param bandwidthLimit bytes per second that the whole copy may move; 0 is no limit
 * @param splitThresholdBytes files with less data are never split
 * @param memoryLimitBytes bound on all buffers together: workers x queue depth x chunk
 */
public record DataOptions(
    ReflinkMode reflink,
    SparseMode sparse,
    SyncPolicy sync,
    boolean inPlace,
    boolean verify,
    boolean resume,
    long bandwidthLimit,
    long splitThresholdBytes,
    long memoryLimitBytes) {
  public static final long DEFAULT_SPLIT_THRESHOLD_BYTES = 128 * ByteSize.MIB;
  public static final long DEFAULT_MEMORY_LIMIT_BYTES = 512 * ByteSize.MIB;

  public DataOptions {
    requireAtLeast("--min-file-size", splitThresholdBytes, 0);
    requireAtLeast("--bwlimit", bandwidthLimit, 0);
    requireAtLeast("--memory-limit", memoryLimitBytes, CopyPlan.MIN_CHUNK_BYTES);
    if (reflink == ReflinkMode.ALWAYS && sparse != SparseMode.AUTO) {
      throw new IllegalArgumentException("--reflink can be used only with --sparse=auto"); // as cp
    }
  }

  private static void requireAtLeast(String option, long bytes, long least) {
    if (bytes < least) {
      throw new IllegalArgumentException(
          option + " must be at least " + ByteSize.format(least) + ", not " + bytes + "B");
    }
  }
}
