package dev.cleave.engine.tree;

import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import dev.cleave.engine.options.SyncPolicy;
import dev.cleave.engine.tree.Takeover.Way;

/** Gives a finished file its name: by the policy, its data is on the device before. */
record Commit(CopySession session, EntryReport report) {
  /**
   * @param target where the name is: behind a symbolic link not the takeover's own
   */
  void run(UnfinishedFile pending, Takeover takeover, TargetName target)
      throws CopyFailure, SyscallException {
    SyncPolicy policy = session.options().data().sync();
    Syscalls syscalls = session.syscalls();
    switch (policy) {
      case NONE -> {}
      case WHEN_REPLACING -> {
        if (takeover.way() != Way.NEW) {
          syscalls.fdatasync(pending.fd().number());
        }
      }
      case DATA -> syscalls.fdatasync(pending.fd().number());
      case FULL -> syscalls.fsync(pending.fd().number());
    }
    name(pending, takeover);
    if (policy == SyncPolicy.FULL) {
      syncDirectory(syscalls, target);
    }
  }

  private void name(UnfinishedFile pending, Takeover takeover)
      throws CopyFailure, SyscallException {
    if (takeover.way() != Way.NEW) {
      takeover.run(pending::commitReplacing, report);
      return;
    }
    try {
      pending.commitNew();
    } catch (SyscallException e) {
      if (!e.is(Errno.EEXIST)) {
        throw e;
      }
      session.syscalls().fdatasync(pending.fd().number()); // somebody made it meanwhile
      pending.commitReplacing();
    }
  }

  static void syncDirectory(Syscalls syscalls, TargetName target) throws SyscallException {
    try (Fd readable = target.parent().openReadable()) {
      syscalls.fsync(readable.number());
    }
  }
}
