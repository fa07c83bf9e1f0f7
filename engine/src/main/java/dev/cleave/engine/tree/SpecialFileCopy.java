package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.SyscallException;
import java.io.IOException;

/** Makes pipes, sockets and devices like those of the source. */
record SpecialFileCopy(CopySession session, MetadataCopy metadata) {
  void copy(Entry entry, FileStatus status, Takeover takeover, EntryReport report)
      throws IOException {
    TargetName target = takeover.target();
    try {
      new Placement(takeover, report).make(name -> make(entry.source(), status, target, name));
    } catch (SyscallException e) {
      throw takeover.failure(CannotCreate.special(target.shown(), status), e, report);
    }
  }

  private void make(SourceName source, FileStatus status, TargetName target, BytePath name)
      throws SyscallException {
    int directory = target.directory().number();
    session.syscalls().mknodat(directory, name, status.mode(), status.specialDevice());
    TargetName made = new TargetName(target.parent(), name, target.shown());
    metadata.applyToSpecialFile(source, status, made);
  }
}
