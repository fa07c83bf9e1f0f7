package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyItem;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.options.Dereference;
import dev.cleave.engine.options.NameFilter;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
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
  private static final long NAMES_BYTES = 32 * ByteSize.KIB;

  private final CopySession session;
  private final DirectoryCopy directories;
  private final NamedParents parents;
  private final NamedTargets namedTargets;
  private final FileWorkers workers;
  private final Arena arena = Arena.ofConfined();
  private final MemorySegment names = arena.allocate(NAMES_BYTES, Long.BYTES);
  private final DirectoryChain chain;
  private final GrowingBatch namedEntries;
  private long sequence;

  TreeWalk(
      CopySession session, DirectoryCopy directories, NamedParents parents, FileWorkers workers) {
    this.session = session;
    this.directories = directories;
    this.parents = parents;
    this.namedTargets = new NamedTargets(session);
    this.workers = workers;
    this.chain = new DirectoryChain(session);
    this.namedEntries = new GrowingBatch(session, workers);
  }

  /** Walks what the user named. What can't be copied is reported, and the rest goes on. */
  void walk(CopyItem item) throws IOException {
    Entry entry;
    long number = sequence++;
    try {
      parents.make(item);
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
    for (Level level = chain.nearest(); level != null; level = chain.nearest()) {
      session.stop().check();
      step(level);
    }
  }

  /** Hands the last entries over. */
  void finish() throws IOException {
    namedEntries.flush();
  }

  private void step(Level level) throws IOException {
    DirectoryEntries.Name name = next(level);
    if (name == null) {
      level.batch().flush();
      chain.leave();
      return;
    }
    visit(level.pair().entry(sequence++, name), level.batch());
  }

  private DirectoryEntries.@Nullable Name next(Level level) {
    try {
      return level.entries().next();
    } catch (SyscallException e) {
      BytePath shown = level.pair().source().shown();
      session
          .results()
          .failed(CopyFailure.of(shown, "error reading directory " + shown.quoted(), e));
      return null;
    }
  }

  private void visit(Entry entry, GrowingBatch batch) throws IOException {
    boolean directory = isDirectory(entry);
    if (isExcluded(entry, directory)) {
      session.results().skip(entry.sequence());
      entry.parent().release(session);
      return;
    }
    if (!directory) {
      batch.add(entry);
      return;
    }
    batch.flush(); // in the order of the walk, and no directory held open for a batch that may wait
    chain.makeRoom();
    EntryReport report = new EntryReport();
    try {
      DirectoryPair pair = directories.open(entry, report);
      if (pair != null) {
        enter(pair, entry.sequence() == 0);
      }
    } catch (IOException e) {
      report.failed(CopyFailure.of(entry.source().shown(), e));
    } finally {
      session.results().complete(entry.sequence(), report);
      entry.parent().release(session);
    }
  }

  private void enter(DirectoryPair pair, boolean first) {
    if (pair.isOnAnotherFileSystem() && session.options().tree().oneFileSystem()) {
      pair.release(session);
    } else {
      session.plansByDevice().choose(pair, first);
      DirectoryEntries entries = new DirectoryEntries(pair.source().fd(), names);
      chain.enter(new Level(pair, entries, new GrowingBatch(session, workers)));
    }
  }

  private boolean isExcluded(Entry entry, boolean directory) {
    NameFilter filter = session.options().tree().filter();
    if (entry.named() || filter.isEmpty()) {
      return false;
    }
    BytePath name = entry.source().entry();
    BytePath below =
        filter.usesPaths() ? entry.parent().source().name().belowNamed().resolve(name) : name;
    return filter.excludes(below, directory);
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
    report.failed(CopyFailure.of(item.source(), e));
    session.results().complete(number, report);
  }

  /** Lets go of everything, whatever has been copied of it. */
  @Override
  public void close() {
    chain.abandon();
    namedTargets.close();
    arena.close();
  }
}
