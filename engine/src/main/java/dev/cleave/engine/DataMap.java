package dev.cleave.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where the data of a file is: its extents in ascending order, with holes between them. */
public final class DataMap {
  private final ByteRange[] extents;

  /** The data bytes before each extent and, last, all of them. */
  private final long[] bytesBefore;

  private final long exactEnd;

  /**
   * @param extents ascending, without overlap, none empty
   * @param exactEnd from this offset on, data may still have holes in it that nobody looked for
   */
  public DataMap(List<ByteRange> extents, long exactEnd) {
    this.extents = extents.toArray(ByteRange[]::new);
    this.bytesBefore = new long[extents.size() + 1];
    this.exactEnd = exactEnd;
    long end = 0;
    for (int i = 0; i < this.extents.length; i++) {
      ByteRange extent = this.extents[i];
      if (extent.offset() < end || extent.length() == 0) {
        throw new IllegalArgumentException("extents must ascend: " + extent + " after " + end);
      }
      end = extent.end();
      bytesBefore[i + 1] = bytesBefore[i] + extent.length();
    }
  }

  /** Data from end to end. */
  public static DataMap whole(ByteRange range) {
    return new DataMap(range.length() == 0 ? List.of() : List.of(range), range.end());
  }

  /** All data bytes. */
  public long bytes() {
    return bytesBefore[extents.length];
  }

  /** The data bytes in the range. */
  public long bytes(ByteRange range) {
    return bytesBefore(range.end()) - bytesBefore(range.offset());
  }

  private long bytesBefore(long offset) {
    int index = firstEndingBehind(offset);
    if (index == extents.length) {
      return bytes();
    }
    return bytesBefore[index] + Math.max(0, offset - extents[index].offset());
  }

  /** The offset of the data byte in the middle of the range, which must have data. */
  long median(ByteRange range) {
    return offset(range, bytes(range) / 2);
  }

  /** The offset of the data byte before which the range has so many others. */
  long offset(ByteRange range, long dataBytesBefore) {
    long wanted = bytesBefore(range.offset()) + dataBytesBefore;
    int found = Arrays.binarySearch(bytesBefore, wanted);
    int index = found >= 0 ? found : -found - 2;
    return extents[index].offset() + wanted - bytesBefore[index];
  }

  /** The data in the range, cut off at its ends. */
  public List<ByteRange> within(ByteRange range) {
    List<ByteRange> found = new ArrayList<>();
    for (int i = firstEndingBehind(range.offset()); i < extents.length; i++) {
      if (extents[i].offset() >= range.end()) {
        break;
      }
      found.add(clipped(extents[i], range));
    }
    return found;
  }

  /** What of this data is outside of the ranges, which ascend and don't overlap. */
  public DataMap without(List<ByteRange> ranges) {
    List<ByteRange> rest = new ArrayList<>();
    long position = 0;
    for (ByteRange range : ranges) {
      if (range.offset() > position) {
        rest.addAll(within(new ByteRange(position, range.offset() - position)));
      }
      position = range.end();
    }
    rest.addAll(within(new ByteRange(position, Long.MAX_VALUE - position)));
    return new DataMap(rest, exactEnd);
  }

  private static ByteRange clipped(ByteRange extent, ByteRange range) {
    long start = Math.max(extent.offset(), range.offset());
    long end = Math.min(extent.end(), range.end());
    return end - start == extent.length() ? extent : new ByteRange(start, end - start);
  }

  private int firstEndingBehind(long offset) {
    int low = 0;
    int high = extents.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (extents[middle].end() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Whether the extent was looked at: otherwise it may have holes. */
  public boolean isExact(ByteRange extent) {
    return extent.end() <= exactEnd;
  }

  /** Whether a file of that size has a hole, or may have one. */
  public boolean hasHoles(long fileBytes) {
    return bytes() < fileBytes || exactEnd < fileBytes;
  }
}
