package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import dev.cleave.engine.options.UpdateMode;
import java.io.IOException;

/** Copies symbolic links as what they are. */
record SymlinkCopy(CopySession session, MetadataCopy metadata) {
  /** Makes a link that points to the same name. */
  void copy(Entry entry, FileStatus status, Takeover takeover, EntryReport report)
      throws IOException {
    TargetName target = takeover.target();
    BytePath pointsTo = read(entry.source());
    Placement placement = new Placement(takeover, report);
    TemporaryName.Maker maker = name -> make(entry.source(), target, name, pointsTo, status);
    try {
      if (takeover.overwrite().force()) {
        placement.makeAnyway(maker);
      } else {
        placement.make(maker);
      }
    } catch (SyscallException e) {
      if (!isAsWanted(takeover, pointsTo, e)) {
        throw takeover.failure(CannotCreate.symlink(target.shown()), e, report);
      }
    }
  }

  private static BytePath read(SourceName source) throws CopyFailure {
    Syscalls syscalls = source.directory().syscalls();
    try {
      return syscalls.readlinkat(source.directory().number(), source.entry());
    } catch (SyscallException e) {
      throw CopyFailure.of(
          source.shown(), "cannot read symbolic link " + source.shown().quoted(), e);
    }
  }

  /** Makes a link under any name beside the target's, and gives it the attributes of a source. */
  void make(
      SourceName source, TargetName target, BytePath name, BytePath pointsTo, FileStatus status)
      throws SyscallException {
    session.syscalls().symlinkat(pointsTo, target.directory().number(), name);
    metadata.applyToSymlink(source, status, new TargetName(target.parent(), name, target.shown()));
  }

  /** As cp: to an update it is no failure that the very link is there already. */
  private boolean isAsWanted(Takeover takeover, BytePath pointsTo, SyscallException failed) {
    if (!failed.is(Errno.EEXIST) || takeover.overwrite().update() != UpdateMode.OLDER) {
      return false;
    }
    try {
      TargetName target = takeover.target();
      int directory = target.directory().number();
      return session.syscalls().readlinkat(directory, target.entry()).equals(pointsTo);
    } catch (SyscallException noLink) {
      return false;
    }
  }
}
