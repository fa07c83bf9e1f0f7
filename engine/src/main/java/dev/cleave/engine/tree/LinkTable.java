package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.ByteSize;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What {@link HardLinks} knows of sources that nobody is copying right now. Slots of fixed size
 * lead to paths that are appended one after the other. Both are written anew, before a source is
 * added, when the slots are half full or most of the paths belong to nobody any more.
 *
 * <p>For one thread at a time. If there is no room for one more source, the others stay known.
 */
final class LinkTable implements AutoCloseable {
  /**
   * A source of which names were met.
   *
   * @param met how many
   * @param first null if none of them could be copied
   */
  record Known(int met, @Nullable FirstCopy first) {}

  private static final int SMALLEST = 16;
  private static final FileId NOTHING = new FileId(0, 0);
  private static final long UNUSED_PATHS_ALLOWED = 64 * ByteSize.KIB;

  private final Path spillDirectory;
  private final int heapLimitBytes; // of slots and paths each
  private LinkSlots slots;
  private SpillingBytes paths;
  private long pathsEnd;
  private long unusedPathBytes;

  LinkTable(Path spillDirectory, long heapLimitBytes) {
    this(spillDirectory, Math.toIntExact(heapLimitBytes / 2), SMALLEST);
  }

  private LinkTable(Path spillDirectory, int heapLimitBytes, long capacity) {
    this.spillDirectory = spillDirectory;
    this.heapLimitBytes = heapLimitBytes;
    this.slots = new LinkSlots(new SpillingBytes(spillDirectory, heapLimitBytes), capacity);
    this.paths = new SpillingBytes(spillDirectory, heapLimitBytes);
  }

  @Nullable Known find(FileId source) throws IOException {
    LinkSlots.Slot slot = slots.find(source);
    return slot == null ? null : known(slot);
  }

  private Known known(LinkSlots.Slot slot) throws IOException {
    if (slot.pathBytes() == 0) {
      return new Known(slot.met(), null);
    }
    ByteBuffer path = ByteBuffer.allocate(slot.pathBytes());
    paths.read(slot.pathOffset(), path);
    return new Known(slot.met(), new FirstCopy(BytePath.of(path.array()), slot.copy()));
  }

  /** Adds a source that isn't there. */
  void put(FileId source, Known known) throws IOException {
    if (slots.count() >= slots.capacity() / 2
        || unusedPathBytes > Math.max(UNUSED_PATHS_ALLOWED, pathsEnd / 2)) {
      rewrite();
    }
    FirstCopy first = known.first();
    if (first == null) {
      slots.put(new LinkSlots.Slot(source, NOTHING, 0, 0, known.met()));
      return;
    }
    byte[] path = first.path().bytes();
    paths.write(pathsEnd, ByteBuffer.wrap(path));
    slots.put(new LinkSlots.Slot(source, first.file(), pathsEnd, path.length, known.met()));
    pathsEnd += path.length;
  }

  /** Counts one more name of a source that is there. */
  void meetAgain(FileId source) throws IOException {
    LinkSlots.Slot slot = slots.find(source);
    if (slot != null) {
      slots.put(
          new LinkSlots.Slot(
              source, slot.copy(), slot.pathOffset(), slot.pathBytes(), slot.met() + 1));
    }
  }

  /** Does nothing if it isn't there. */
  void remove(FileId source) throws IOException {
    LinkSlots.Slot slot = slots.find(source);
    if (slot != null) {
      slots.remove(source);
      unusedPathBytes += slot.pathBytes();
    }
  }

  /** Leaves the slots a quarter to half full, and the paths without what is unused. */
  private void rewrite() throws IOException {
    long capacity = 4 * Long.highestOneBit(Math.max(slots.count(), SMALLEST));
    LinkTable next = new LinkTable(spillDirectory, heapLimitBytes, capacity);
    try {
      for (long index = 0; index < slots.capacity(); index++) {
        LinkSlots.Slot slot = slots.at(index);
        if (slot != null) {
          next.put(slot.source(), known(slot));
        }
      }
    } catch (IOException e) {
      next.close();
      throw e;
    }
    close();
    slots = next.slots;
    paths = next.paths;
    pathsEnd = next.pathsEnd;
    unusedPathBytes = 0;
  }

  long count() {
    return slots.count();
  }

  long heapBytes() {
    return slots.heapBytes() + paths.heapBytes();
  }

  /** Bytes of paths, those that belong to nobody any more included. */
  long pathBytes() {
    return pathsEnd;
  }

  @Override
  public void close() throws IOException {
    try {
      paths.close();
    } finally {
      slots.close();
    }
  }
}
