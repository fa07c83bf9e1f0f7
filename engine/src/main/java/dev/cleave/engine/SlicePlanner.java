package dev.cleave.engine;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the plan of a large file slice by slice, while the file is being copied. The engine cuts
 * and copies the slices, each exactly once; whoever implements this only says how large the next
 * one shall be and by which plan, and hears how long it took.
 *
 * <p>Several files may be under way at once, each in a thread of its own.
 */
public interface SlicePlanner {
  /** Every file goes by one plan. */
  SlicePlanner NONE = new None();

  /** A class, and no lambda: linking the first lambda costs more than a small copy does. */
  final class None implements SlicePlanner {
    private None() {}

    @Override
    public int mostTasks() {
      return 1;
    }

    @Override
    public @Nullable Slices slices(
        CopyPlan start, long dataBytes, UnaryOperator<CopyPlan> fitting) {
      return null;
    }
  }

  /** The most tasks of any plan that may be chosen: so many threads the copy needs. */
  int mostTasks();

  /**
   * The slices of a file; null if all of it shall go by {@code start}.
   *
   * @param start the plan that it would go by, as it fits the files and the limits
   * @param dataBytes to be copied
   * @param fitting what would become of another plan: with a backend that can do this pair of
   *     files, within the memory limit and the others
   */
  @Nullable Slices slices(CopyPlan start, long dataBytes, UnaryOperator<CopyPlan> fitting);

  /** What is asked about one file, by one thread. */
  interface Slices extends AutoCloseable {
    /**
     * The next slice.
     *
     * @param dataBytesLeft in the file, above 0
     */
    Slice next(long dataBytesLeft);

    /**
     * The slice is copied.
     *
     * @param bytesMoved less than was wanted where there were holes or zeros
     * @param nanos from its first read until its last write returned
     * @param ran the plan that ran, which has another backend where the chosen one failed
     */
    void copied(Slice slice, long bytesMoved, long nanos, CopyPlan ran);

    /** The file is done, or its copy has failed. */
    @Override
    void close();
  }

  /**
   * A part of a file, from where the last one ended.
   *
   * @param plan fitting; its workers and preallocation are without meaning here
   * @param dataBytes about how much of the data; the engine cuts at a multiple of 2 MiB, and leaves
   *     no rest that is too small to be split
   */
  record Slice(CopyPlan plan, long dataBytes) {
    public Slice {
      if (dataBytes <= 0) {
        throw new IllegalArgumentException("no slice of " + dataBytes + " bytes");
      }
    }
  }
}
