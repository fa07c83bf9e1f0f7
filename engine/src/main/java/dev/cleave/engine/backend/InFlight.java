package dev.cleave.engine.backend;

import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.uring.Completion;
import dev.cleave.engine.linux.uring.Request;
import dev.cleave.engine.linux.uring.Ring;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The reads and writes of one transfer that the kernel has, and the patience with them.
 *
 * <p>A completion can stay out for ever though nothing is wrong with the device. Since 6.18.11 and
 * 7.0 the kernel's worker threads leave when a thread's last ring is closed; a buffered write that
 * a new ring hands over in that moment waits for a worker that has gone (io_uring/io-wq.c,
 * IO_WQ_BIT_EXIT_ON_IDLE). So nothing is waited for without looking up once a second: first a
 * request that makes the kernel start a worker, and much later the requests are asked back. What is
 * really at work is waited for as pwrite(2) would wait.
 */
final class InFlight {
  /** A disk that spins up, or a server that is restarted, may take so long. */
  private static final int ASK_BACK_SECONDS = 30;

  private static final int GIVE_UP_SECONDS = 10 * ASK_BACK_SECONDS;

  /** Somebody waits for the end of a copy that failed or was cancelled. */
  private static final int SETTLE_SECONDS = 10;

  /** Tags from here on are of requests about other ones. */
  private static final long ASKING = 1L << 32;

  private final Ring ring;
  private final BitSet tags = new BitSet();
  private int silentSeconds;
  private boolean isAtWork;

  InFlight(Ring ring) {
    this.ring = ring;
  }

  boolean isEmpty() {
    return tags.isEmpty();
  }

  /** The lowest tag in flight; -1 if there is none. */
  int first() {
    return tags.nextSetBit(0);
  }

  void put(Request.Move request) {
    ring.put(request);
    tags.set((int) request.tag());
  }

  /** Takes out a completion of a read or write; null if none is there. */
  @Nullable Completion poll() {
    for (Completion done = ring.poll(); done != null; done = ring.poll()) {
      if (done.tag() < ASKING) {
        tags.clear((int) done.tag());
        silentSeconds = 0;
        return done;
      }
      isAtWork |= Errno.EALREADY.equals(done.error());
    }
    return null;
  }

  /**
   * Waits for completions, about a second at most.
   *
   * @throws SyscallException ETIME if requests got lost
   */
  void await() throws SyscallException {
    if (enter()) {
      return;
    }
    if (silentSeconds >= GIVE_UP_SECONDS && !isAtWork) {
      throw new SyscallException("io_uring request", Errno.ETIME);
    }
    silent(ASK_BACK_SECONDS);
  }

  /**
   * Asks everything back and waits for it, but not for ever.
   *
   * @return whether all came back; else the kernel may still use the memory of the requests
   */
  boolean settle() {
    silentSeconds = 0;
    try {
      while (!isEmpty() && silentSeconds < SETTLE_SECONDS) {
        if (poll() == null && !enter()) { // what comes back counts no more
          silent(2);
        }
      }
    } catch (SyscallException e) {
      return isEmpty();
    }
    return isEmpty();
  }

  /** Returns false if nothing happened for as long as a ring waits. */
  private boolean enter() throws SyscallException {
    for (int attempt = 0; ; attempt++) {
      try {
        return ring.submitAndWait();
      } catch (SyscallException e) {
        if (e.is(Errno.EBUSY)) {
          return true; // completions want to be taken first
        }
        if (!Retry.isDue(e, attempt)) {
          throw e;
        }
      }
    }
  }

  private void silent(int askBackSeconds) {
    silentSeconds++;
    if (silentSeconds == 1) {
      ask(new Request.Nudge(ASKING));
    } else if (silentSeconds % askBackSeconds == 0) {
      isAtWork = false;
      tags.stream().forEach(tag -> ask(new Request.Cancel(tag, ASKING + tag)));
    }
  }

  private void ask(Request request) {
    if (ring.hasRoom()) {
      ring.put(request);
    }
  }
}
