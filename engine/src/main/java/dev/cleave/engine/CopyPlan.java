package dev.cleave.engine;

import dev.cleave.engine.backend.BackendKind;
import org.jspecify.annotations.Nullable;

/**
 * All that the engine can be told about speed.
 *
 * @param backend how bytes move
 * @param splitDepth levels of the recursive binary split, 0 to {@value #MAX_SPLIT_DEPTH}; 0 copies
 *     sequentially, d with at most 2^d concurrent tasks
 * @param chunkBytes bytes per read or write request inside a task, {@value #MIN_CHUNK_BYTES} to
 *     {@value #MAX_CHUNK_BYTES}
 * @param queueDepth requests one task keeps in flight, 1 to {@value #MAX_QUEUE_DEPTH}
 * @param workers files in flight when a tree is copied, 1 to {@value #MAX_WORKERS}
 * @param preallocate whether the target's blocks are reserved before the first byte
 */
public record CopyPlan(
    BackendKind backend,
    int splitDepth,
    long chunkBytes,
    int queueDepth,
    int workers,
    boolean preallocate) {
  public static final int MAX_SPLIT_DEPTH = 6;
  public static final long MIN_CHUNK_BYTES = 4 * ByteSize.KIB;
  public static final long MAX_CHUNK_BYTES = ByteSize.GIB;
  public static final int MAX_QUEUE_DEPTH = 256;
  public static final int MAX_WORKERS = 64;

  /** What {@code copy} does where nothing better is known. */
  public static final CopyPlan SEQUENTIAL =
      new CopyPlan(BackendKind.NIO, 0, ByteSize.MIB, 1, 1, false);

  /** The seed engine's setting, which a bare {@code --enabled} stands for. */
  public static final CopyPlan SEED =
      SEQUENTIAL.withSplitDepth(2).withChunkBytes(2 * ByteSize.MIB).withPreallocate(true);

  public CopyPlan {
    requireWithin("split depth", splitDepth, 0, MAX_SPLIT_DEPTH);
    requireWithin("chunk in bytes", chunkBytes, MIN_CHUNK_BYTES, MAX_CHUNK_BYTES);
    requireWithin("queue depth", queueDepth, 1, MAX_QUEUE_DEPTH);
    requireWithin("number of workers", workers, 1, MAX_WORKERS);
  }

  private static void requireWithin(String what, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "the " + what + " must be from " + least + " to " + most + ", not " + value);
    }
  }

  /** The most tasks that can copy ranges of one file at once: 2^splitDepth. */
  public int tasks() {
    return 1 << splitDepth;
  }

  public CopyPlan withBackend(BackendKind value) {
    return new CopyPlan(value, splitDepth, chunkBytes, queueDepth, workers, preallocate);
  }

  public CopyPlan withSplitDepth(int value) {
    return new CopyPlan(backend, value, chunkBytes, queueDepth, workers, preallocate);
  }

  public CopyPlan withChunkBytes(long value) {
    return new CopyPlan(backend, splitDepth, value, queueDepth, workers, preallocate);
  }

  public CopyPlan withQueueDepth(int value) {
    return new CopyPlan(backend, splitDepth, chunkBytes, value, workers, preallocate);
  }

  public CopyPlan withWorkers(int value) {
    return new CopyPlan(backend, splitDepth, chunkBytes, queueDepth, value, preallocate);
  }

  public CopyPlan withPreallocate(boolean value) {
    return new CopyPlan(backend, splitDepth, chunkBytes, queueDepth, workers, value);
  }

  /** For people: {@code nio, split depth 2, chunk 4MiB, preallocated}. */
  @Override
  public String toString() {
    return backend
        + ", split depth "
        + splitDepth
        + ", chunk "
        + ByteSize.format(chunkBytes)
        + (queueDepth > 1 ? ", queue depth " + queueDepth : "")
        + (workers > 1 ? ", " + workers + " workers" : "")
        + (preallocate ? ", preallocated" : "");
  }

  // Written out: a record's own are linked at run time, which costs the start of a copy 5 ms
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CopyPlan that
        && backend == that.backend
        && splitDepth == that.splitDepth
        && chunkBytes == that.chunkBytes
        && queueDepth == that.queueDepth
        && workers == that.workers
        && preallocate == that.preallocate;
  }

  @Override
  public int hashCode() {
    int hash = 31 * backend.hashCode() + splitDepth;
    hash = 31 * hash + Long.hashCode(chunkBytes);
    hash = 31 * hash + queueDepth;
    hash = 31 * hash + workers;
    return 2 * hash + (preallocate ? 1 : 0);
  }
}
