package dev.cleave.engine;

/**
 * What a copy shall mean, as opposed to how fast it runs.
 *
 * @param recursive copies directories with what is in them
 * @param preserve keeps mode and times; otherwise new files get the source's mode less the umask
 * @param inPlace writes into an existing target instead of replacing it as a whole
 * @param splitThresholdBytes files with less data are never split
 * @param memoryLimitBytes bound on all buffers together: workers x queue depth x chunk
 */
public record CopyOptions(
    boolean recursive,
    boolean preserve,
    boolean inPlace,
    SyncPolicy sync,
    SparseMode sparse,
    long splitThresholdBytes,
    long memoryLimitBytes) {
  public static final long DEFAULT_SPLIT_THRESHOLD_BYTES = 128 * ByteSize.MIB;
  public static final long DEFAULT_MEMORY_LIMIT_BYTES = 512 * ByteSize.MIB;

  public static final CopyOptions DEFAULTS =
      new CopyOptions(
          false,
          false,
          false,
          SyncPolicy.WHEN_REPLACING,
          SparseMode.AUTO,
          DEFAULT_SPLIT_THRESHOLD_BYTES,
          DEFAULT_MEMORY_LIMIT_BYTES);

  public CopyOptions {
    if (splitThresholdBytes < 0 || memoryLimitBytes < CopyPlan.MIN_CHUNK_BYTES) {
      throw new IllegalArgumentException(
          "out of range: split from " + splitThresholdBytes + " bytes, memory " + memoryLimitBytes);
    }
  }

  public CopyOptions withRecursive(boolean value) {
    return new CopyOptions(
        value, preserve, inPlace, sync, sparse, splitThresholdBytes, memoryLimitBytes);
  }

  public CopyOptions withPreserve(boolean value) {
    return new CopyOptions(
        recursive, value, inPlace, sync, sparse, splitThresholdBytes, memoryLimitBytes);
  }

  public CopyOptions withInPlace(boolean value) {
    return new CopyOptions(
        recursive, preserve, value, sync, sparse, splitThresholdBytes, memoryLimitBytes);
  }

  public CopyOptions withSync(SyncPolicy value) {
    return new CopyOptions(
        recursive, preserve, inPlace, value, sparse, splitThresholdBytes, memoryLimitBytes);
  }

  public CopyOptions withSparse(SparseMode value) {
    return new CopyOptions(
        recursive, preserve, inPlace, sync, value, splitThresholdBytes, memoryLimitBytes);
  }

  public CopyOptions withSplitThresholdBytes(long value) {
    return new CopyOptions(recursive, preserve, inPlace, sync, sparse, value, memoryLimitBytes);
  }

  public CopyOptions withMemoryLimitBytes(long value) {
    return new CopyOptions(recursive, preserve, inPlace, sync, sparse, splitThresholdBytes, value);
  }
}
