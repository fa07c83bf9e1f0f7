package dev.cleave.engine.tree;

import dev.cleave.engine.CopyRequest;
import dev.cleave.engine.FilesInFlight;
import dev.cleave.engine.SizeClass;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;

/**
 * Lets as many files of a size class move their bytes at once as its plan has workers, where
 * another class keeps more threads busy. Medium and large files take turns together.
 */
final class FileTurns {
  private final Map<SizeClass, Semaphore> turns = new EnumMap<>(SizeClass.class);

  FileTurns(CopyRequest request) {
    Semaphore longer = new Semaphore(FilesInFlight.of(request, SizeClass.MEDIUM));
    turns.put(SizeClass.SMALL, new Semaphore(FilesInFlight.of(request, SizeClass.SMALL)));
    turns.put(SizeClass.MEDIUM, longer);
    turns.put(SizeClass.LARGE, longer);
  }

  /** Waits for a turn; closing it gives it back. */
  Turn take(SizeClass sizeClass) {
    Semaphore semaphore = turnsOf(sizeClass);
    semaphore.acquireUninterruptibly();
    return semaphore::release;
  }

  /** How many more files of the class could begin now. */
  int left(SizeClass sizeClass) {
    return turnsOf(sizeClass).availablePermits();
  }

  private Semaphore turnsOf(SizeClass sizeClass) {
    return Objects.requireNonNull(turns.get(sizeClass));
  }

  /** One file's. */
  @FunctionalInterface
  interface Turn extends AutoCloseable {
    @Override
    void close();
  }
}
