package dev.cleave.engine.tree;

import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the directory pairs that are open, two descriptors each, so that the walk leaves enough of
 * them for those who copy files.
 */
final class OpenDirectories {
  /** More would not make a copy faster. */
  private static final int MOST = 128;

  /** Without any there is no walk. */
  private static final int LEAST = 2;

  /** The virtual machine's own, those of one file that is split, and some to spare. */
  private static final int OTHER_DESCRIPTORS = 40;

  /** Source, target, and what a change of the target's directory takes. */
  private static final int DESCRIPTORS_PER_FILE = 3;

  private final Syscalls syscalls;
  private final int filesInFlight;
  private final AtomicInteger open = new AtomicInteger();
  private int most;

  OpenDirectories(Syscalls syscalls, int filesInFlight) {
    this.syscalls = syscalls;
    this.filesInFlight = filesInFlight;
  }

  void opened() {
    open.incrementAndGet();
  }

  void closed() {
    open.decrementAndGet();
  }

  /** Whether one has to be closed before the next is opened. Asked by the walk alone. */
  boolean isFull() {
    if (most == 0) {
      most = limit(); // only trees need to know
    }
    return open.get() >= most;
  }

  private int limit() {
    try {
      long others = OTHER_DESCRIPTORS + (long) DESCRIPTORS_PER_FILE * filesInFlight;
      return Math.clamp((syscalls.descriptorLimit() - others) / 2, LEAST, MOST);
    } catch (SyscallException unknown) {
      return LEAST; // works everywhere, if not as fast
    }
  }
}
