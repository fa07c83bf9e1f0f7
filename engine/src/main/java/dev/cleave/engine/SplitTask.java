package dev.cleave.engine;

import java.util.OptionalLong;
import java.util.concurrent.RecursiveAction;

/**
 * The recursion: copies a range by copying its two halves in parallel, down to the leaves.
 *
 * <p>Runs in a fork-join pool of platform threads whose size is fixed. A task that waits for its
 * halves holds no buffer: only leaves do. The first error cancels the copy; every other task sees
 * that at its next chunk and stops.
 */
public final class SplitTask extends RecursiveAction {
  private static final long serialVersionUID = 1;

  /** Copies one leaf, exactly or with an exception. */
  @FunctionalInterface
  public interface Leaf {
    void copy(ByteRange range) throws Exception;
  }

  private final transient DataMap data;
  private final transient ByteRange range;
  private final int splitDepth;
  private final transient Leaf leaf;
  private final transient Cancellation cancellation;

  public SplitTask(
      DataMap data, ByteRange range, int splitDepth, Leaf leaf, Cancellation cancellation) {
    this.data = data;
    this.range = range;
    this.splitDepth = splitDepth;
    this.leaf = leaf;
    this.cancellation = cancellation;
  }

  @Override
  public void compute() {
    OptionalLong cut = splitDepth == 0 ? OptionalLong.empty() : Split.cut(data, range);
    if (cut.isPresent()) {
      invokeAll(
          half(Split.left(range, cut.getAsLong())), half(Split.right(range, cut.getAsLong())));
    } else if (!cancellation.isCancelled()) {
      copyLeaf();
    }
  }

  private SplitTask half(ByteRange part) {
    return new SplitTask(data, part, splitDepth - 1, leaf, cancellation);
  }

  private void copyLeaf() {
    try {
      leaf.copy(range);
    } catch (Throwable e) { // an Error of one task must stop the others as well
      cancellation.cancel(e);
    }
  }
}
