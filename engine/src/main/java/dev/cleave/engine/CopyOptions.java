package dev.cleave.engine;

/**
 * What a copy shall mean, as opposed to how fast it runs.
 *
 * @param recursive copies directories with what is in them
 * @param preserve keeps mode and times; otherwise new files get the source's mode less the umask
 * @param inPlace writes into an existing target instead of replacing it as a whole
 * @param splitThresholdBytes smaller files are never split
 * @param memoryLimitBytes bound on all buffers together: workers x queue depth x chunk
 * @param reflink whether the source's blocks may be shared instead of copied
 */
public record CopyOptions(
    boolean recursive,
    boolean preserve,
    boolean inPlace,
    SyncPolicy sync,
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
          DEFAULT_SPLIT_THRESHOLD_BYTES,
          DEFAULT_MEMORY_LIMIT_BYTES,
          ReflinkMode.AUTO);

  public CopyOptions {
    if (splitThresholdBytes < 0 || memoryLimitBytes < CopyPlan.MIN_CHUNK_BYTES) {
      throw new IllegalArgumentException(
          "out of range: split from " + splitThresholdBytes + " bytes, memory " + memoryLimitBytes);
    }
  }

  public CopyOptions withRecursive(boolean value) {
    return new CopyOptions(
        value, preserve, inPlace, sync, splitThresholdBytes, memoryLimitBytes, reflink);
  }

  public CopyOptions withPreserve(boolean value) {
    return new CopyOptions(
        recursive, value, inPlace, sync, splitThresholdBytes, memoryLimitBytes, reflink);
  }

  public CopyOptions withInPlace(boolean value) {
    return new CopyOptions(
        recursive, preserve, value, sync, splitThresholdBytes, memoryLimitBytes, reflink);
  }

  public CopyOptions withSync(SyncPolicy value) {
    return new CopyOptions(
        recursive, preserve, inPlace, value, splitThresholdBytes, memoryLimitBytes, reflink);
  }

  public CopyOptions withSplitThresholdBytes(long value) {
    return new CopyOptions(recursive, preserve, inPlace, sync, value, memoryLimitBytes, reflink);
  }

  public CopyOptions withMemoryLimitBytes(long value) {
    return new CopyOptions(recursive, preserve, inPlace, sync, splitThresholdBytes, value, reflink);
  }

  public CopyOptions withReflink(ReflinkMode value) {
    return new CopyOptions(
        recursive, preserve, inPlace, sync, splitThresholdBytes, memoryLimitBytes, value);
  }
}
