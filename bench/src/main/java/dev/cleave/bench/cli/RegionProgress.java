package dev.cleave.bench.cli;

import dev.cleave.engine.ByteRange;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

/** How far each region of one split file is. Any thread may count. */
final class RegionProgress {
  private static final int MOST_SHOWN = 8;

  private final long[] offsets;
  private final long[] lengths;
  private final AtomicLongArray done;

  /**
   * @param regions in the order of their offsets
   */
  RegionProgress(List<ByteRange> regions) {
    offsets = regions.stream().mapToLong(ByteRange::offset).toArray();
    lengths = regions.stream().mapToLong(ByteRange::length).toArray();
    done = new AtomicLongArray(offsets.length);
  }

  /** A region of another file is none of these. */
  void advanced(ByteRange region, long bytes) {
    int index = Arrays.binarySearch(offsets, region.offset());
    if (index >= 0) {
      done.addAndGet(index, bytes);
    }
  }

  String text() {
    if (offsets.length > MOST_SHOWN) {
      return "  (" + offsets.length + " regions)";
    }
    StringBuilder text = new StringBuilder("  regions");
    for (int index = 0; index < offsets.length; index++) {
      text.append(' ').append(100 * done.get(index) / Math.max(lengths[index], 1)).append('%');
    }
    return text.toString();
  }
}
