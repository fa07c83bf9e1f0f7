package dev.cleave.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The rule of the recursive binary split: where a range is cut in two.
 *
 * <p>A range with less than 8 MiB of data stays whole; another one is cut at the median of its
 * data, rounded down to 2 MiB. So the leaves are an exact partition and every inner cut is a
 * multiple of 2 MiB. No leaf is without data: at least 4 MiB of it lie on either side of the
 * median, and rounding moves less than 2 MiB to the right. Without holes the median is the middle.
 */
public final class Split {
  /** A range with less data than this is not cut any more. */
  public static final long SMALLEST_CUT_BYTES = 8 * ByteSize.MIB;

  /** Every inner cut is a multiple of this: a huge page, and any file system's block. */
  public static final long ALIGNMENT_BYTES = 2 * ByteSize.MIB;

  private Split() {}

  /** The offset at which the range is cut; empty if it stays whole. */
  public static OptionalLong cut(DataMap data, ByteRange range) {
    if (data.bytes(range) < SMALLEST_CUT_BYTES) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(aligned(data.median(range)));
  }

  /**
   * The front of the range with about so much data, cut off at a multiple of 2 MiB: less than 2 MiB
   * short of it. It has 6 MiB of data at the least, and where less than 8 MiB would be left it is
   * the whole range.
   */
  public static ByteRange front(DataMap data, ByteRange range, long dataBytes) {
    long wanted = Math.max(dataBytes, SMALLEST_CUT_BYTES);
    return data.bytes(range) - SMALLEST_CUT_BYTES < wanted
        ? range
        : left(range, aligned(data.offset(range, wanted)));
  }

  /** What of the range is behind its front. */
  public static ByteRange behind(ByteRange front, ByteRange range) {
    return right(range, front.end());
  }

  private static long aligned(long offset) {
    return offset - offset % ALIGNMENT_BYTES;
  }

  /** The leaves of a range without holes, in the order of their offsets: at most 2^splitDepth. */
  public static List<ByteRange> leaves(ByteRange range, int splitDepth) {
    return leaves(DataMap.whole(range), range, splitDepth);
  }

  /** The leaves of the range, in the order of their offsets: at most 2^splitDepth. */
  public static List<ByteRange> leaves(DataMap data, ByteRange range, int splitDepth) {
    List<ByteRange> leaves = new ArrayList<>();
    collect(data, range, splitDepth, leaves);
    return leaves;
  }

  private static void collect(
      DataMap data, ByteRange range, int splitDepth, List<ByteRange> leaves) {
    OptionalLong cut = splitDepth == 0 ? OptionalLong.empty() : cut(data, range);
    if (cut.isEmpty()) {
      leaves.add(range);
      return;
    }
    collect(data, left(range, cut.getAsLong()), splitDepth - 1, leaves);
    collect(data, right(range, cut.getAsLong()), splitDepth - 1, leaves);
  }

  static ByteRange left(ByteRange range, long cut) {
    return new ByteRange(range.offset(), cut - range.offset());
  }

  static ByteRange right(ByteRange range, long cut) {
    return new ByteRange(cut, range.end() - cut);
  }
}
