package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.SyscallException;
import java.util.SplittableRandom;

/** Names for what is to be renamed at once. */
final class TemporaryName {
  /** Makes something under a name that must be free: a file, a link, a device. */
  @FunctionalInterface
  interface Maker {
    /**
     * Makes it under that name.
     *
     * @throws SyscallException EEXIST if the name is taken
     */
    void make(BytePath name) throws SyscallException;
  }

  private static final BytePath START = BytePath.of(".cleave-");
  private static final BytePath END = BytePath.of(".tmp");

  private TemporaryName() {}

  /** Whether it looks like one of these. */
  static boolean isOne(BytePath name) {
    return name.startsWith(START) && name.endsWith(END);
  }

  /** Makes it under a name that nobody has. */
  static BytePath make(Maker maker) throws SyscallException {
    while (true) {
      long random = new SplittableRandom().nextLong() & Long.MAX_VALUE;
      BytePath name = BytePath.of(START + Long.toString(random, 36) + END);
      try {
        maker.make(name);
        return name;
      } catch (SyscallException e) {
        if (!e.is(Errno.EEXIST)) {
          throw e;
        }
      }
    }
  }
}
