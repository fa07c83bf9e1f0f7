package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.SyscallException;

/**
 * Gives a target's name to what is complete as soon as it is made: a link, a device, a pipe. In the
 * place of something else it is made under a temporary name and renamed.
 */
record Placement(Takeover takeover, EntryReport report) {
  /**
   * Makes it under the target's name.
   *
   * @throws SyscallException EEXIST if the name is taken and its owner shall stay
   */
  void make(TemporaryName.Maker maker) throws CopyFailure, SyscallException {
    if (takeover.replaces()) {
      makeReplacing(maker);
    } else {
      maker.make(takeover.target().entry());
    }
  }

  /** Makes it also if the name is taken: what -f means to links. */
  void makeAnyway(TemporaryName.Maker maker) throws CopyFailure, SyscallException {
    try {
      make(maker);
    } catch (SyscallException e) {
      if (!e.is(Errno.EEXIST)) {
        throw e;
      }
      makeReplacing(maker);
    }
  }

  private void makeReplacing(TemporaryName.Maker maker) throws CopyFailure, SyscallException {
    TargetName target = takeover.target();
    BytePath temporary = TemporaryName.make(maker);
    try {
      takeover.run(() -> target.giveReplacing(temporary), report);
    } finally { // a rename between two names of one file leaves both
      removeIfThere(target, temporary);
    }
  }

  /** Removes a name beside the target's. */
  static void removeIfThere(TargetName target, BytePath name) throws SyscallException {
    try {
      target.directory().syscalls().unlinkat(target.directory().number(), name, 0);
    } catch (SyscallException e) {
      if (!e.is(Errno.ENOENT)) {
        throw e;
      }
    }
  }
}
