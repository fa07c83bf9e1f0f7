package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import java.io.IOException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What becomes of an attempt that finds no descriptor left (EMFILE, ENFILE): it lets go of all it
 * has, waits until another one is done, and is made again. Only one that was alone fails.
 */
final class DescriptorRelief {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /** Attempts that are being made: that may hold descriptors, and will let go of them. */
  private int running;

  private long begun;
  private long succeeded;

  /** Entries that were handed over to the workers and are not done. */
  private long entries;

  /** Whether it is for want of descriptors that something failed. */
  static boolean isShortage(IOException e) {
    Errno errno = CopyFailure.of(BytePath.EMPTY, e).errno();
    return Errno.EMFILE.equals(errno) || Errno.ENFILE.equals(errno);
  }

  /** Begins something that needs descriptors and can be done again from the start. */
  Attempt begin() {
    lock.lock();
    try {
      return new Attempt();
    } finally {
      lock.unlock();
    }
  }

  void handedOver(int more) {
    lock.lock();
    try {
      entries += more;
    } finally {
      lock.unlock();
    }
  }

  void entryDone() {
    lock.lock();
    try {
      entries--;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Opens for the walk, which holds directories for the entries that the workers have. */
  Fd open(Syscalls syscalls, int directory, BytePath name, int flags) throws SyscallException {
    while (true) {
      try {
        return Fd.open(syscalls, directory, name, flags, 0);
      } catch (SyscallException e) {
        if (!isShortage(e) || !awaitEntry()) {
          throw e;
        }
      }
    }
  }

  /** Waits until an entry is done; false if there is none to wait for. Called by the walk alone. */
  boolean awaitEntry() {
    lock.lock();
    try {
      long before = entries;
      while (entries == before && before > 0) {
        changed.awaitUninterruptibly();
      }
      return before > 0;
    } finally {
      lock.unlock();
    }
  }

  /** One attempt at a time of one thread; closed when it came to an end, good or bad. */
  final class Attempt implements AutoCloseable {
    private long mine;
    private boolean startedAlone;

    private Attempt() {
      start();
    }

    private void start() {
      startedAlone = running == 0;
      running++;
      begun++;
      mine = begun;
    }

    /**
     * After a failure for want of descriptors, with all of them closed: waits for others.
     *
     * @return false if there was no other all the time, and it makes no sense to try again
     */
    boolean waitsToTryAgain() {
      lock.lock();
      try {
        if (startedAlone && begun == mine) {
          return false;
        }
        running--;
        changed.signalAll();
        long before = succeeded;
        while (succeeded == before && running > 0) {
          changed.awaitUninterruptibly();
        }
        start();
        return true;
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void close() {
      lock.lock();
      try {
        running--;
        succeeded++;
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }
}
