package dev.cleave.engine.tree;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyItem;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.options.Dereference;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what there is to copy, depth first, in one thread: makes the directories itself and hands
 * everything else to the workers.
 *
 * <p>Directories are held by descriptor, so that a swapped symbolic link can't redirect the walk.
 * Names are read a buffer full at a time and handed over in batches, so that a directory of a
 * million entries takes no more memory than one of a thousand.
 */
final class TreeWalk implements AutoCloseable {
  private static final int BATCH_ENTRIES = 64;
  private static final long NAMES_BYTES = 32 * ByteSize.KIB;

  private final CopySession session;
  private final DirectoryCopy directories;
  private final NamedTargets namedTargets;
  private final FileWorkers workers;
  private final Arena arena = Arena.ofConfined();
  private final MemorySegment names = arena.allocate(NAMES_BYTES, Long.BYTES);
  private final Deque<Level> levels = new ArrayDeque<>();
  private final Batch namedEntries = new Batch();
  private long sequence;

  TreeWalk(CopySession session, DirectoryCopy directories, FileWorkers workers) {
    this.session = session;
    this.directories = directories;
    this.namedTargets = new NamedTargets(session);
    this.workers = workers;
  }

  /** Walks what the user named. What can't be copied is reported, and the rest goes on. */
  void walk(CopyItem item) throws IOException {
    Entry entry;
    long number = sequence++;
    try {
      entry = namedTargets.entry(number, item);
    } catch (IOException e) {
      report(number, item, e);
      return;
    }
    if (session.namedCopies().meet(entry)) {
      namedEntries.flush();
      workers.awaitIdle(); // which of two copies to one name is the later one must not be chance
    }
    visit(entry, namedEntries);
    while (!levels.isEmpty()) {
      session.stop().check();
      step(levels.peek());
    }
  }

  /** Hands the last entries over. */
  void finish() throws IOException {
    namedEntries.flush();
  }

  private void step(Level level) throws IOException {
    DirectoryEntries.Name name = next(level);
    if (name == null) {
      level.batch.flush();
      levels.pop().pair.release(session.results());
      return;
    }
    visit(level.pair.entry(sequence++, name), level.batch);
  }

  private DirectoryEntries.@Nullable Name next(Level level) {
    try {
      return level.entries.next();
    } catch (SyscallException e) {
      EntryReport report = new EntryReport();
      String shown = level.pair.source().shown().quoted();
      CopyFailure failure =
          CopyFailure.of(level.pair.source().shown(), "error reading directory " + shown, e);
      report.failed(failure.toError());
      session.results().add(report);
      return null;
    }
  }

  private void visit(Entry entry, Batch batch) throws IOException {
    if (!isDirectory(entry)) {
      batch.add(entry);
      return;
    }
    batch.flush(); // in the order of the walk, and no directory held open for a batch that may wait
    EntryReport report = new EntryReport();
    try {
      enter(directories.open(entry, report));
    } catch (IOException e) {
      report.failed(CopyFailure.of(entry.source().shown(), e).toError());
    } finally {
      session.results().complete(entry.sequence(), report);
      entry.parent().release(session.results());
    }
  }

  private void enter(DirectoryPair pair) {
    if (pair.isOnAnotherFileSystem() && session.options().tree().oneFileSystem()) {
      pair.release(session.results());
    } else {
      levels.push(new Level(pair, new DirectoryEntries(pair.source().fd(), names), new Batch()));
    }
  }

  /** What can't be looked at is none: whoever copies it will say why. */
  private boolean isDirectory(Entry entry) {
    Dereference dereference = session.options().tree().dereference();
    boolean follows = dereference.follows(entry.named());
    return switch (entry.kind()) {
      case DIRECTORY -> true;
      case REGULAR, SPECIAL -> false;
      case SYMLINK -> follows && looksLikeDirectory(entry, true);
      case UNKNOWN -> looksLikeDirectory(entry, follows);
    };
  }

  private static boolean looksLikeDirectory(Entry entry, boolean follows) {
    try {
      return entry.source().status(follows).isDirectory();
    } catch (CopyFailure unknown) {
      return false;
    }
  }

  private void report(long number, CopyItem item, IOException e) {
    EntryReport report = new EntryReport();
    report.failed(CopyFailure.of(item.source(), e).toError());
    session.results().complete(number, report);
  }

  /** Lets go of everything, whatever has been copied of it. */
  @Override
  public void close() {
    levels.forEach(level -> level.pair.release(session.results()));
    levels.clear();
    namedTargets.close();
    arena.close();
  }

  /** One directory on the way from what the user named to where the walk is. */
  private record Level(DirectoryPair pair, DirectoryEntries entries, Batch batch) {}

  /** Entries of one directory that are handed over together. */
  private final class Batch {
    private final List<Entry> entries = new ArrayList<>();

    void add(Entry entry) throws IOException {
      if (!entries.isEmpty() && !entries.getFirst().parent().equals(entry.parent())) {
        flush();
      }
      entries.add(entry);
      if (entries.size() == BATCH_ENTRIES) {
        flush();
      }
    }

    void flush() throws IOException {
      if (!entries.isEmpty()) {
        EntryBatch full = new EntryBatch(entries);
        entries.clear();
        session.results().awaitRoom();
        workers.submit(full);
      }
    }
  }
}
