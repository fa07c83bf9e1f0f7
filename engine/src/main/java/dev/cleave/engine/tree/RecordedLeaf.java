package dev.cleave.engine.tree;

import dev.cleave.engine.ByteRange;
import dev.cleave.engine.ByteSize;
import java.io.IOException;

/**
 * Copies a leaf region by region, and records each in the journal once it is whole. So the data is
 * handed on in pieces that end where a region does: only between two calls it is certain, for every
 * backend, that everything before has been written.
 */
final class RecordedLeaf implements LeafExtents.Visitor {
  /**
   * The data between two records. Each costs two syncs, some 20 ms on a disk that turns: next to
   * the 400 ms in which it writes 64 MiB that can be borne, and no more than that is copied twice.
   */
  static final long REGION_BYTES = 64 * ByteSize.MIB;

  private final LeafExtents.Visitor copying;
  private final RegionJournal journal;
  private long start;
  private long dataBytes;

  private RecordedLeaf(LeafExtents.Visitor copying, RegionJournal journal, long start) {
    this.copying = copying;
    this.journal = journal;
    this.start = start;
  }

  static void copy(
      ByteRange leaf, LeafExtents extents, LeafExtents.Visitor copying, RegionJournal journal)
      throws IOException {
    RecordedLeaf recorded = new RecordedLeaf(copying, journal, leaf.offset());
    extents.walk(leaf, recorded);
    if (recorded.dataBytes > 0) {
      recorded.endRegion(leaf.end());
    }
  }

  @Override
  public void data(ByteRange extent) throws IOException {
    long position = extent.offset();
    while (position < extent.end()) {
      long length = Math.min(REGION_BYTES - dataBytes, extent.end() - position);
      copying.data(new ByteRange(position, length));
      position += length;
      dataBytes += length;
      if (dataBytes == REGION_BYTES) {
        endRegion(position);
      }
    }
  }

  /** A hole, or a region that was there already: it may be recorded with its neighbours. */
  @Override
  public void hole(ByteRange hole) throws IOException {
    copying.hole(hole);
  }

  private void endRegion(long end) throws CopyFailure {
    journal.record(new ByteRange(start, end - start));
    start = end;
    dataBytes = 0;
  }
}
