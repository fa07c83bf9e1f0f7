package dev.cleave.engine.tree;

import dev.cleave.engine.ByteRange;
import dev.cleave.engine.DataMap;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Walks through a leaf: its data and its holes, from front to end. */
record LeafExtents(DataMap data, ExtentScanner scanner) {
  /** What happens to each of them. */
  interface Visitor {
    void data(ByteRange extent) throws IOException;

    void hole(ByteRange hole) throws IOException;
  }

  /** Visits everything in the leaf exactly once. */
  void walk(ByteRange leaf, Visitor visitor) throws IOException {
    long position = leaf.offset();
    for (ByteRange extent : data.within(leaf)) {
      hole(position, extent.offset(), visitor);
      if (data.isExact(extent)) {
        visitor.data(extent);
      } else {
        walkUnknown(extent, visitor);
      }
      position = extent.end();
    }
    hole(position, leaf.end(), visitor);
  }

  private void walkUnknown(ByteRange range, Visitor visitor) throws IOException {
    long position = range.offset();
    for (@Nullable ByteRange extent = scanner.next(position, range.end());
        extent != null;
        extent = scanner.next(position, range.end())) {
      hole(position, extent.offset(), visitor);
      visitor.data(extent);
      position = extent.end();
    }
    hole(position, range.end(), visitor);
  }

  private static void hole(long from, long end, Visitor visitor) throws IOException {
    if (end > from) {
      visitor.hole(new ByteRange(from, end - from));
    }
  }
}
