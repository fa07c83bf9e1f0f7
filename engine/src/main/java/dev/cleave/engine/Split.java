package dev.cleave.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The rule of the recursive binary split: where a range is cut in two.
 *
 * <p>A range below 8 MiB stays whole; a larger one is cut at the middle, rounded down to 2 MiB. So
 * the leaves are an exact partition, no leaf is empty, and every inner cut is a multiple of 2 MiB.
 */
public final class Split {
  /** A range below this is not cut any more. */
  public static final long SMALLEST_CUT_BYTES = 8 * ByteSize.MIB;

  /** Every inner cut is a multiple of this: a huge page, and any file system's block. */
  public static final long ALIGNMENT_BYTES = 2 * ByteSize.MIB;

  private Split() {}

  /** The offset at which the range is cut; empty if it stays whole. */
  public static OptionalLong cut(ByteRange range) {
    if (range.length() < SMALLEST_CUT_BYTES) {
      return OptionalLong.empty();
    }
    long middle = range.offset() + range.length() / 2;
    return OptionalLong.of(middle - middle % ALIGNMENT_BYTES);
  }

  /** The leaves of the range, in the order of their offsets: at most 2^splitDepth. */
  public static List<ByteRange> leaves(ByteRange range, int splitDepth) {
    List<ByteRange> leaves = new ArrayList<>();
    collect(range, splitDepth, leaves);
    return leaves;
  }

  private static void collect(ByteRange range, int splitDepth, List<ByteRange> leaves) {
    OptionalLong cut = splitDepth == 0 ? OptionalLong.empty() : cut(range);
    if (cut.isEmpty()) {
      leaves.add(range);
      return;
    }
    collect(left(range, cut.getAsLong()), splitDepth - 1, leaves);
    collect(right(range, cut.getAsLong()), splitDepth - 1, leaves);
  }

  static ByteRange left(ByteRange range, long cut) {
    return new ByteRange(range.offset(), cut - range.offset());
  }

  static ByteRange right(ByteRange range, long cut) {
    return new ByteRange(cut, range.end() - cut);
  }
}
