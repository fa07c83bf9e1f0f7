package dev.cleave.bench.qualify;

import dev.cleave.tuner.qualify.BadBlock;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What a block says of itself: every sector of {@value #SECTOR_BYTES} bytes begins with which file
 * and offset it is of and which write of it this is, and ends with a checksum of all before. So it
 * can be told what became of a write even if only some sectors of it arrived.
 *
 * @param file a number that tells files of one run apart
 * @param offset of the block in it
 * @param generation of the write, from 1
 */
record Stamp(long file, long offset, long generation) {
  static final int SECTOR_BYTES = 512;

  private static final long MAGIC = 0x636c656176653031L; // "cleave01"
  private static final int CONTENT_AT = 4 * Long.BYTES;
  private static final int CHECKSUM_AT = SECTOR_BYTES - Integer.BYTES;

  /** Fills a block, whose length is a multiple of a sector's. */
  void fill(byte[] block) {
    ByteBuffer buffer = ByteBuffer.wrap(block);
    CRC32C checksum = new CRC32C();
    for (int at = 0; at < block.length; at += SECTOR_BYTES) {
      long place = offset + at;
      buffer.putLong(at, MAGIC).putLong(at + 8, file).putLong(at + 16, place);
      buffer.putLong(at + 24, generation);
      long noise = ((file * 31 + place) * 0x9E3779B97F4A7C15L) ^ (generation * 0xBF58476D1CE4E5B9L);
      for (int i = at + CONTENT_AT; i + Long.BYTES <= at + CHECKSUM_AT; i += Long.BYTES) {
        noise ^= noise << 13; // xorshift: Marsaglia, Journal of Statistical Software 8 (2003)
        noise ^= noise >>> 7;
        noise ^= noise << 17;
        buffer.putLong(i, noise);
      }
      buffer.putInt(at + CHECKSUM_AT - Integer.BYTES, 0);
      checksum.reset();
      checksum.update(block, at, CHECKSUM_AT);
      buffer.putInt(at + CHECKSUM_AT, (int) checksum.getValue());
    }
  }

  /** What a sector says; null if it says nothing that can be believed. */
  static @Nullable Stamp of(byte[] block, int at) {
    ByteBuffer buffer = ByteBuffer.wrap(block);
    if (buffer.getLong(at) != MAGIC) {
      return null;
    }
    CRC32C checksum = new CRC32C();
    checksum.update(block, at, CHECKSUM_AT);
    return (int) checksum.getValue() == buffer.getInt(at + CHECKSUM_AT)
        ? new Stamp(buffer.getLong(at + 8), buffer.getLong(at + 16), buffer.getLong(at + 24))
        : null;
  }

  /**
   * What is wrong with the block that was read where this one was written last; null if nothing.
   *
   * @param readBefore the newest generation that has been read there; 0 if none
   * @param name of the file, for the report
   */
  @Nullable BadBlock fault(byte[] block, long readBefore, String name) {
    return fault(block, generation - 1, generation, readBefore, name);
  }

  /**
   * The same where another write was under way, whose sectors are as right as those of this one.
   *
   * @param before the generation that was there before this one; 0 if none
   * @param underWay the generation of that write; this one if there was none
   */
  @Nullable BadBlock fault(byte[] block, long before, long underWay, long readBefore, String name) {
    Seen seen = new Seen(before, underWay);
    for (int at = 0; at < block.length; at += SECTOR_BYTES) {
      seen.sector(block, at);
    }
    BadBlock.Kind kind = seen.kind(block.length / SECTOR_BYTES, readBefore);
    return kind == null ? null : new BadBlock(name, offset, generation, kind, seen.said);
  }

  /** What the sectors of a block are. */
  private final class Seen {
    private final long before;
    private final long underWay;
    private int right;
    private int older;
    private int corrupt;
    private int misdirected;
    private int empty;
    private long oldest = Long.MAX_VALUE;
    private String said = "";

    Seen(long before, long underWay) {
      this.before = before;
      this.underWay = underWay;
    }

    void sector(byte[] block, int at) {
      Stamp stamp = of(block, at);
      if (stamp == null) {
        boolean zero = isZero(block, at);
        empty += zero ? 1 : 0;
        corrupt += zero ? 0 : 1;
        note(at, zero ? "zeros" : "no valid checksum");
      } else if (stamp.file != file || stamp.offset != offset + at) {
        misdirected++;
        note(at, "what was written to file " + stamp.file + " at " + stamp.offset);
      } else if (stamp.generation == generation || stamp.generation == underWay) {
        right++;
      } else if (stamp.generation < generation) {
        older++;
        oldest = Math.min(oldest, stamp.generation);
        note(at, "write " + stamp.generation + " instead of " + generation);
      } else {
        corrupt++;
        note(at, "write " + stamp.generation + ", which was never made");
      }
    }

    private void note(int at, String what) {
      if (said.isEmpty()) {
        said = "at " + (offset + at) + " " + what;
      }
    }

    BadBlock.@Nullable Kind kind(int sectors, long readBefore) {
      if (right == sectors) {
        return null;
      }
      if (misdirected > 0) {
        return BadBlock.Kind.MISDIRECTED;
      }
      if (corrupt > 0) {
        return BadBlock.Kind.CORRUPT;
      }
      if (right > 0 || (older > 0 && empty > 0)) {
        return BadBlock.Kind.TORN;
      }
      if (empty == sectors) {
        return before > 0 ? BadBlock.Kind.STALE : BadBlock.Kind.LOST;
      }
      boolean seenNewer = readBefore > oldest;
      return oldest == before && !seenNewer ? BadBlock.Kind.LOST : BadBlock.Kind.STALE;
    }
  }

  private static boolean isZero(byte[] block, int at) {
    for (int i = at; i < at + SECTOR_BYTES; i++) {
      if (block[i] != 0) {
        return false;
      }
    }
    return true;
  }
}
