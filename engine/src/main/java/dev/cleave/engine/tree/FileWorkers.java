package dev.cleave.engine.tree;

import dev.cleave.engine.Cancellation;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The threads that copy entries while the walk goes on: platform threads, a fixed number, named
 * {@code cleave-file-N}. With one worker it is the walk's own thread.
 *
 * <p>A worker prefers a batch of a directory that nobody works in, since the kernel lets one at a
 * time create names in it; where only a wide directory is left several share it.
 */
final class FileWorkers implements AutoCloseable {
  /** Batches that may wait for a worker: enough to choose from, few enough to be held open. */
  private static final int WAITING_PER_WORKER = 3;

  private final int workers;
  private final Consumer<Entry> copy;
  private final Cancellation stop;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<EntryBatch> waiting = new ArrayDeque<>();
  private final List<EntryBatch> running = new ArrayList<>();
  private int started;
  private int ended;
  private boolean closed;

  /**
   * @param copy is called by each worker, several at once, for each entry, also after everything
   *     was stopped, so that it can let go of what the entry holds; what it throws stops everything
   */
  FileWorkers(int workers, Consumer<Entry> copy, Cancellation stop) {
    this.workers = workers;
    this.copy = copy;
    this.stop = stop;
  }

  /** Hands a batch over; waits while too many wait already. Called by the walk alone. */
  void submit(EntryBatch batch) throws IOException {
    if (workers == 1) {
      copyAll(batch);
    } else {
      startAnother();
      enqueue(batch);
    }
    stop.rethrow();
  }

  /** Waits until everything handed over so far has been copied. Called by the walk alone. */
  void awaitIdle() {
    lock.lock();
    try {
      while (!waiting.isEmpty() || !running.isEmpty()) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Threads start one by one, as there is work: few files need few. */
  private void startAnother() {
    if (started < workers) {
      new Thread(this::work, "cleave-file-" + started).start();
      started++;
    }
  }

  private void enqueue(EntryBatch batch) {
    lock.lock();
    try {
      while (waiting.size() >= workers * WAITING_PER_WORKER) {
        changed.awaitUninterruptibly();
      }
      waiting.add(batch);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void work() {
    for (EntryBatch batch = take(); batch != null; batch = take()) {
      copyAll(batch);
      done(batch);
    }
  }

  private void copyAll(EntryBatch batch) {
    for (Entry entry = batch.take(); entry != null; entry = batch.take()) {
      try {
        copy.accept(entry);
      } catch (Throwable e) { // an Error of one worker must stop the others as well
        stop.cancel(e);
      }
    }
  }

  /** Waits for a batch; null if there will be none. */
  private @Nullable EntryBatch take() {
    lock.lock();
    try {
      while (true) {
        EntryBatch batch = waiting.isEmpty() ? shared() : elsewhere();
        if (batch != null) {
          running.add(batch);
          changed.signalAll();
          return batch;
        }
        if (closed) {
          ended++;
          changed.signalAll();
          return null;
        }
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  /** The first batch of a directory that nobody works in, or else the first. */
  private EntryBatch elsewhere() {
    for (EntryBatch batch : waiting) {
      if (!isWorkedIn(batch.parent())) {
        waiting.remove(batch);
        return batch;
      }
    }
    return waiting.removeFirst();
  }

  private boolean isWorkedIn(DirectoryPair directory) {
    for (EntryBatch batch : running) {
      if (batch.parent().equals(directory)) {
        return true;
      }
    }
    return false;
  }

  /** A batch that others are not done with; null if there is none. */
  private @Nullable EntryBatch shared() {
    for (EntryBatch batch : running) {
      if (!batch.isTaken()) {
        return batch;
      }
    }
    return null;
  }

  private void done(EntryBatch batch) {
    lock.lock();
    try {
      running.remove(batch);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until everything that was handed over has been copied. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
      while (ended < started) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }
}
