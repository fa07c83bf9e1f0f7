package dev.cleave.engine.tree;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A hash table of fixed capacity from a source to where the path of its copy is kept: open
 * addressing, linear probing, and no gravestones, since a removal closes its gap (Knuth, The Art of
 * Computer Programming 3, 6.4, algorithm R).
 *
 * <p>For one thread at a time.
 */
final class LinkSlots implements AutoCloseable {
  /**
   * What is known of a source.
   *
   * @param copy meaningless if there is no path
   * @param pathBytes 0 as long as no name of the source was copied
   * @param met how many of its names were met; never 0, that marks a free slot
   */
  record Slot(FileId source, FileId copy, long pathOffset, int pathBytes, int met) {
    static final int BYTES = 5 * Long.BYTES + 2 * Integer.BYTES;

    static @Nullable Slot read(ByteBuffer from) {
      FileId source = new FileId(from.getLong(), from.getLong());
      FileId copy = new FileId(from.getLong(), from.getLong());
      Slot slot = new Slot(source, copy, from.getLong(), from.getInt(), from.getInt());
      return slot.met == 0 ? null : slot;
    }

    void write(ByteBuffer to) {
      to.clear().putLong(source.device()).putLong(source.inode());
      to.putLong(copy.device()).putLong(copy.inode());
      to.putLong(pathOffset).putInt(pathBytes).putInt(met).flip();
    }
  }

  private final SpillingBytes bytes;
  private final long capacity;
  private final ByteBuffer buffer = ByteBuffer.allocate(Slot.BYTES);
  private long count;

  /**
   * @param capacity a power of two; never to be filled up
   */
  LinkSlots(SpillingBytes bytes, long capacity) {
    this.bytes = bytes;
    this.capacity = capacity;
  }

  @Nullable Slot find(FileId source) throws IOException {
    long index = indexOf(source);
    return index < 0 ? null : at(index);
  }

  /** The slot of that index; null if it is free. */
  @Nullable Slot at(long index) throws IOException {
    bytes.read(index * Slot.BYTES, buffer);
    return Slot.read(buffer);
  }

  /** Adds the source, or says something else of it than before. */
  void put(Slot slot) throws IOException {
    long index = indexOf(slot.source());
    write(index < 0 ? ~index : index, slot);
    count += index < 0 ? 1 : 0;
  }

  /** Does nothing if it isn't there. */
  void remove(FileId source) throws IOException {
    long gap = indexOf(source);
    if (gap < 0) {
      return;
    }
    long next = after(gap);
    for (Slot slot = at(next); slot != null; slot = at(next)) {
      boolean mayMove = distance(home(slot.source()), next) >= distance(gap, next);
      if (mayMove) {
        write(gap, slot);
        gap = next;
      }
      next = after(next);
    }
    bytes.write(gap * Slot.BYTES, ByteBuffer.allocate(Slot.BYTES));
    count--;
  }

  /** Where the source is or, if it is nowhere, the complement of the free slot it would get. */
  private long indexOf(FileId source) throws IOException {
    long index = home(source);
    for (Slot slot = at(index); slot != null; slot = at(index)) {
      if (slot.source().equals(source)) {
        return index;
      }
      index = after(index);
    }
    return ~index;
  }

  private void write(long index, Slot slot) throws IOException {
    slot.write(buffer);
    bytes.write(index * Slot.BYTES, buffer);
  }

  /** Inodes are often consecutive: mixed as in the finalizer of MurmurHash3. */
  private long home(FileId source) {
    long hash = source.inode() ^ Long.reverse(source.device());
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return (hash ^ (hash >>> 33)) & (capacity - 1);
  }

  private long after(long index) {
    return (index + 1) & (capacity - 1);
  }

  private long distance(long from, long to) {
    return (to - from) & (capacity - 1);
  }

  long capacity() {
    return capacity;
  }

  long count() {
    return count;
  }

  long heapBytes() {
    return bytes.heapBytes();
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
