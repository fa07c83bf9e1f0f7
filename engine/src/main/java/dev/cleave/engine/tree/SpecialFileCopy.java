package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import java.io.IOException;

/** Makes pipes, sockets and devices like those of the source. */
record SpecialFileCopy(CopySession session) {
  void copy(FileStatus status, Takeover takeover, EntryReport report) throws IOException {
    TargetName target = takeover.target();
    try {
      new Placement(takeover, report).make(name -> make(target, name, status));
    } catch (SyscallException e) {
      String what = status.isFifo() ? "fifo " : "special file ";
      throw takeover.failure("cannot create " + what + target.shown().quoted(), e);
    }
  }

  private void make(TargetName target, BytePath name, FileStatus source) throws SyscallException {
    int directory = target.directory().number();
    Syscalls syscalls = session.syscalls();
    syscalls.mknodat(directory, name, source.mode(), source.specialDevice());
    if (session.options().preserve().timestamps()) {
      syscalls.utimensat(
          directory, name, source.accessed(), source.modified(), Open.AT_SYMLINK_NO_FOLLOW);
    }
    if (session.options().preserve().mode()) {
      syscalls.fchmodat(directory, name, source.permissions());
    }
  }
}
