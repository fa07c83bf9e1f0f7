package dev.cleave.bench.qualify;

import dev.cleave.engine.ByteSize;
import java.util.SplittableRandom;

/**
 * The writes of one record, numbered from 1. Where each goes follows from the record's number, so
 * that a check knows it of those as well of which the log says nothing.
 *
 * @param record a number that tells records apart
 */
record StampedWrites(long record) {
  static final int BLOCK_BYTES = (int) (16 * ByteSize.KIB);
  static final int BLOCKS = 2048;
  static final long FILE_BYTES = (long) BLOCK_BYTES * BLOCKS;

  Stamp stamp(long write) {
    return new Stamp(record, offset(write), write);
  }

  long offset(long write) {
    return new SplittableRandom(record + write).nextLong(BLOCKS) * BLOCK_BYTES;
  }

  /** The last of the writes up to this one that went there; 0 if none did. */
  long lastTo(long offset, long upTo) {
    long write = upTo;
    while (write > 0 && offset(write) != offset) {
      write--;
    }
    return write;
  }

  /** The newest of them of which a sector is in its place in that block; 0 if none is. */
  long newestIn(byte[] block, long offset) {
    long newest = 0;
    for (int at = 0; at < block.length; at += Stamp.SECTOR_BYTES) {
      Stamp found = Stamp.of(block, at);
      if (found != null
          && found.generation() > newest
          && found.equals(new Stamp(record, offset + at, found.generation()))
          && offset(found.generation()) == offset) {
        newest = found.generation();
      }
    }
    return newest;
  }
}
