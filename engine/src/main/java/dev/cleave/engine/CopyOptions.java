package dev.cleave.engine;

/**
 * What a copy shall mean, as opposed to how fast it runs.
 *
 * @param recursive copies directories with what is in them
 * @param preserve keeps mode and times; otherwise new files get the source's mode less the umask
 * @param inPlace writes into an existing target instead of replacing it as a whole
 * @param verify reads back what was written, past the page cache, and compares it with the source
 * @param bandwidthLimit bytes per second that the whole copy may move; 0 is no limit
 * @param splitThresholdBytes files with less data are never split
 * @param memoryLimitBytes bound on all buffers together: workers x queue depth x chunk
 * @param reflink whether the source's blocks may be shared instead of copied
 */
public record CopyOptions(
    boolean recursive,
    boolean preserve,
    boolean inPlace,
    SyncPolicy sync,
    SparseMode sparse,
    boolean verify,
    long bandwidthLimit,
    long splitThresholdBytes,
    long memoryLimitBytes,
    ReflinkMode reflink) {
  public static final long DEFAULT_SPLIT_THRESHOLD_BYTES = 128 * ByteSize.MIB;
  public static final long DEFAULT_MEMORY_LIMIT_BYTES = 512 * ByteSize.MIB;

  public static final CopyOptions DEFAULTS =
      new CopyOptions(
          false,
          false,
          false,
          SyncPolicy.WHEN_REPLACING,
          SparseMode.AUTO,
          false,
          0,
          DEFAULT_SPLIT_THRESHOLD_BYTES,
          DEFAULT_MEMORY_LIMIT_BYTES,
          ReflinkMode.AUTO);

  public CopyOptions {
    if (splitThresholdBytes < 0
        || bandwidthLimit < 0
        || memoryLimitBytes < CopyPlan.MIN_CHUNK_BYTES) {
      throw new IllegalArgumentException(
          "out of range: split from "
              + splitThresholdBytes
              + " bytes, memory "
              + memoryLimitBytes
              + ", bandwidth "
              + bandwidthLimit);
    }
    if (reflink == ReflinkMode.ALWAYS && sparse != SparseMode.AUTO) {
      throw new IllegalArgumentException("--reflink can be used only with --sparse=auto"); // as cp
    }
  }

  public CopyOptions withRecursive(boolean value) {
    return new CopyOptions(
        value,
        preserve,
        inPlace,
        sync,
        sparse,
        verify,
        bandwidthLimit,
        splitThresholdBytes,
        memoryLimitBytes,
        reflink);
  }

  public CopyOptions withPreserve(boolean value) {
    return new CopyOptions(
        recursive,
        value,
        inPlace,
        sync,
        sparse,
        verify,
        bandwidthLimit,
        splitThresholdBytes,
        memoryLimitBytes,
        reflink);
  }

  public CopyOptions withInPlace(boolean value) {
    return new CopyOptions(
        recursive,
        preserve,
        value,
        sync,
        sparse,
        verify,
        bandwidthLimit,
        splitThresholdBytes,
        memoryLimitBytes,
        reflink);
  }

  public CopyOptions withSync(SyncPolicy value) {
    return new CopyOptions(
        recursive,
        preserve,
        inPlace,
        value,
        sparse,
        verify,
        bandwidthLimit,
        splitThresholdBytes,
        memoryLimitBytes,
        reflink);
  }

  public CopyOptions withSparse(SparseMode value) {
    return new CopyOptions(
        recursive,
        preserve,
        inPlace,
        sync,
        value,
        verify,
        bandwidthLimit,
        splitThresholdBytes,
        memoryLimitBytes,
        reflink);
  }

  public CopyOptions withVerify(boolean value) {
    return new CopyOptions(
        recursive,
        preserve,
        inPlace,
        sync,
        sparse,
        value,
        bandwidthLimit,
        splitThresholdBytes,
        memoryLimitBytes,
        reflink);
  }

  public CopyOptions withBandwidthLimit(long value) {
    return new CopyOptions(
        recursive,
        preserve,
        inPlace,
        sync,
        sparse,
        verify,
        value,
        splitThresholdBytes,
        memoryLimitBytes,
        reflink);
  }

  public CopyOptions withSplitThresholdBytes(long value) {
    return new CopyOptions(
        recursive,
        preserve,
        inPlace,
        sync,
        sparse,
        verify,
        bandwidthLimit,
        value,
        memoryLimitBytes,
        reflink);
  }

  public CopyOptions withMemoryLimitBytes(long value) {
    return new CopyOptions(
        recursive,
        preserve,
        inPlace,
        sync,
        sparse,
        verify,
        bandwidthLimit,
        splitThresholdBytes,
        value,
        reflink);
  }

  public CopyOptions withReflink(ReflinkMode value) {
    return new CopyOptions(
        recursive,
        preserve,
        inPlace,
        sync,
        sparse,
        verify,
        bandwidthLimit,
        splitThresholdBytes,
        memoryLimitBytes,
        value);
  }
}
