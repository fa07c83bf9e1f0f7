package dev.cleave.engine.tree;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.linux.FileStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Keeps hard links together while several workers copy a tree: of the names of one source the first
 * one met is copied, the others become links to it.
 *
 * <p>Nobody waits. A name that is met while its source is being copied is left with the worker that
 * copies, which links it afterwards, or copies it if its own name failed.
 *
 * <p>A source is forgotten once it has been met as often as it has names. Those that wait for
 * further names are kept in the heap up to a limit, then in a temporary file.
 *
 * <p>Any thread may call any method; {@link #close} comes after the last of the others.
 */
final class HardLinks implements AutoCloseable {
  /** Of finished copies; while the table grows it takes up to twice as much. */
  static final long HEAP_LIMIT_BYTES = 8 * ByteSize.MIB;

  private final boolean namesMetOnce;
  private final LinkTable finished;
  private final Map<FileId, Copying> underWay = new HashMap<>();

  /** A source that a worker is copying, and who waits for it. Guarded by the lock of the table. */
  private static final class Copying {
    private final Queue<LinkedName> waiting = new ArrayDeque<>();
    private int met;
    private int links;

    void meet(int linksNow) {
      met++;
      links = linksNow;
    }
  }

  /** Spills into the usual directory, from the usual limit on. */
  HardLinks(boolean namesMetOnce) {
    this(namesMetOnce, SpillingBytes.usualDirectory(), HEAP_LIMIT_BYTES);
  }

  /**
   * @param namesMetOnce false if a name may be met twice, through a followed symbolic link or in
   *     overlapping sources: then counting tells nothing and every source is kept to the end
   * @param spillDirectory where the temporary file is made, if one is needed
   * @param heapLimitBytes how much is kept in the heap; {@link #HEAP_LIMIT_BYTES} but in tests
   */
  HardLinks(boolean namesMetOnce, Path spillDirectory, long heapLimitBytes) {
    this.namesMetOnce = namesMetOnce;
    this.finished = new LinkTable(spillDirectory, heapLimitBytes);
  }

  /**
   * Sees to it that the name becomes a copy or a link, now or later. Called for each name of a
   * source that may have several.
   *
   * @throws IOException if the temporary file can't be written or read. If that happens before
   *     {@code name} was called, it won't be; if after, then names met later are copied once more
   */
  void meet(FileStatus source, LinkedName name) throws IOException {
    FileId file = FileId.of(source);
    FirstCopy first;
    synchronized (this) {
      Copying copying = underWay.get(file);
      if (copying != null) {
        copying.meet(source.links());
        copying.waiting.add(name);
        return;
      }
      first = firstCopy(file, source.links());
    }
    if (first == null) {
      copyFirst(file, name);
    } else {
      name.linkTo(first);
    }
  }

  /** Counts the name; null if it is up to its worker to copy the source. */
  private @Nullable FirstCopy firstCopy(FileId file, int links) throws IOException {
    LinkTable.Known known = finished.find(file);
    int metBefore = known == null ? 0 : known.met();
    FirstCopy first = known == null ? null : known.first();
    if (first == null) {
      finished.remove(file);
      Copying copying = new Copying();
      copying.met = metBefore;
      copying.meet(links);
      underWay.put(file, copying);
    } else if (isComplete(metBefore + 1, links)) {
      finished.remove(file);
    } else {
      finished.meetAgain(file);
    }
    return first;
  }

  private boolean isComplete(int met, int links) {
    return namesMetOnce && met >= links;
  }

  /** Lets one name after the other try, in a loop: thousands may wait and fail. */
  private void copyFirst(FileId file, LinkedName name) throws IOException {
    LinkedName copier = name;
    while (copier != null) {
      FirstCopy first = copier.copy();
      if (first != null) {
        linkOthers(file, first);
        return;
      }
      copier = nextCopier(file);
    }
  }

  private synchronized @Nullable LinkedName nextCopier(FileId file) throws IOException {
    LinkedName next = copying(file).waiting.poll();
    if (next == null) {
      finish(file, null);
    }
    return next;
  }

  private void linkOthers(FileId file, FirstCopy first) throws IOException {
    Copying done = copying(file);
    try {
      finish(file, first);
    } finally { // names that wait must not suffer from a full disk
      for (LinkedName name = done.waiting.poll(); name != null; name = done.waiting.poll()) {
        name.linkTo(first);
      }
    }
  }

  private synchronized Copying copying(FileId file) {
    return Objects.requireNonNull(underWay.get(file));
  }

  /** From here on nobody waits for the source any more; null if none of its names was copied. */
  private synchronized void finish(FileId file, @Nullable FirstCopy first) throws IOException {
    Copying done = Objects.requireNonNull(underWay.remove(file));
    if (!isComplete(done.met, done.links)) {
      finished.put(file, new LinkTable.Known(done.met, first));
    }
  }

  /** Sources that are kept, those being copied included. */
  synchronized long openSources() {
    return finished.count() + underWay.size();
  }

  /** Bytes of the heap that finished copies take. */
  synchronized long heapBytes() {
    return finished.heapBytes();
  }

  /** Removes the temporary file. */
  @Override
  public synchronized void close() throws IOException {
    finished.close();
  }
}
