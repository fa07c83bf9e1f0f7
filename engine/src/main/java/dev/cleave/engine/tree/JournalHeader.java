package dev.cleave.engine.tree;

import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.FileStatus.Timestamp;
import dev.cleave.engine.options.SparseMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * What a {@link RegionJournal} is about. Its records hold for no other source, no other state of
 * that source, and no other file that has got the part's name since.
 *
 * @param part the inode that the regions were written to; its device is the journal's own
 * @param sparse a part with holes is no start for a copy without them
 */
record JournalHeader(FileStatus source, long part, SparseMode sparse) {
  private static final byte[] MAGIC = "cleave journal 1".getBytes(StandardCharsets.US_ASCII);
  static final int BYTES = MAGIC.length + 5 * Long.BYTES + 6 * Integer.BYTES;

  byte[] encoded() {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES).put(MAGIC);
    bytes.putInt(source.deviceMajor()).putInt(source.deviceMinor()).putLong(source.inode());
    bytes.putLong(source.size());
    put(bytes, source.modified());
    put(bytes, source.changed());
    bytes.putLong(part).putInt(holes());
    CRC32C checksum = new CRC32C();
    checksum.update(bytes.array(), 0, bytes.position());
    return bytes.putInt((int) checksum.getValue()).array();
  }

  private int holes() {
    return switch (sparse) {
      case AUTO -> 0;
      case ALWAYS -> 1;
      case NEVER -> 2;
    };
  }

  private static void put(ByteBuffer bytes, Timestamp time) {
    bytes.putLong(time.seconds()).putInt(time.nanos());
  }
}
