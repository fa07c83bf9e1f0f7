package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import java.io.IOException;

/**
 * What becomes of an attempt that finds no descriptor left (EMFILE, ENFILE): it lets go of all it
 * has, waits until another one is done, and is made again. Only one that was alone fails.
 */
final class DescriptorRelief {

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
  synchronized Attempt begin() {
    return new Attempt();
  }

  synchronized void handedOver(int more) {
    entries += more;
  }

  synchronized void entryDone() {
    entries--;
    notifyAll();
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
  synchronized boolean awaitEntry() {
    long before = entries;
    Monitors.awaitWhile(this, () -> entries == before && before > 0);
    return before > 0;
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
      synchronized (DescriptorRelief.this) {
        if (startedAlone && begun == mine) {
          return false;
        }
        running--;
        DescriptorRelief.this.notifyAll();
        long before = succeeded;
        Monitors.awaitWhile(DescriptorRelief.this, () -> succeeded == before && running > 0);
        start();
        return true;
      }
    }

    @Override
    public void close() {
      synchronized (DescriptorRelief.this) {
        running--;
        succeeded++;
        DescriptorRelief.this.notifyAll();
      }
    }
  }
}
