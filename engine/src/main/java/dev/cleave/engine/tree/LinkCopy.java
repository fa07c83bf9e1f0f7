package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import dev.cleave.engine.options.OverwriteOptions;
import java.io.IOException;

/** Makes links to sources instead of copies: cp's {@code -l} and {@code -s}. */
record LinkCopy(CopySession session, SymlinkCopy symlinks) {
  /** One more name of the source, or of what that points to if it is followed. */
  void hard(Entry entry, Takeover takeover, boolean follows, EntryReport report)
      throws IOException {
    SourceName source = entry.source();
    int from = source.directory().number();
    int to = takeover.target().directory().number();
    int flags = follows ? Open.AT_SYMLINK_FOLLOW : 0;
    OverwriteOptions overwrite = takeover.overwrite();
    boolean anyway = overwrite.force() || overwrite.asks();
    Syscalls syscalls = session.syscalls();
    try {
      place(
          new Placement(takeover, report),
          anyway,
          name -> syscalls.linkat(from, source.entry(), to, name, flags));
    } catch (SyscallException e) {
      BytePath target = takeover.target().shown();
      throw takeover.failure(CannotCreate.hardLink(target, source.shown()), e, report);
    }
  }

  /** One more name of what another name of the source was copied to. */
  void toCopy(FirstCopy first, Takeover takeover, EntryReport report) throws IOException {
    TargetName target = takeover.target();
    TreeRoot root = session.root();
    try {
      new Placement(takeover, report)
          .makeAnyway(name -> root.linkAs(first, target.directory(), name));
      if (takeover.way() == Takeover.Way.OVERWRITE) {
        report.removed(target.shown(), false);
      }
    } catch (SyscallException e) {
      BytePath made = BytePath.of("/").resolve(first.path());
      throw takeover.failure(CannotCreate.hardLink(target.shown(), made), e, report);
    }
  }

  /**
   * The same in the place of what an update would leave. So it is in cp: names of one file stay
   * together, whichever of them are newer; but where it keeps no backup, here one is kept if asked.
   */
  void toCopyAnyway(FirstCopy first, Takeover takeover, EntryReport report) throws IOException {
    toCopy(first, inPlaceOfLeft(takeover), report);
  }

  /** How a link comes to a name that an update would leave. */
  static Takeover inPlaceOfLeft(Takeover takeover) {
    boolean backsUp = takeover.overwrite().backsUp();
    return takeover.by(backsUp ? Takeover.Way.BACK_UP : Takeover.Way.REMOVE);
  }

  /** A link that points to the source by the name the user has for it. */
  void symbolic(Entry entry, FileStatus status, Takeover takeover, EntryReport report)
      throws IOException {
    SourceName source = entry.source();
    TargetName target = takeover.target();
    refuseElsewhere(session, source, target);
    BytePath pointsTo = source.shown();
    try {
      place(
          new Placement(takeover, report),
          takeover.overwrite().force(),
          name -> symlinks.make(source, target, name, pointsTo, status));
    } catch (SyscallException e) {
      throw takeover.failure(CannotCreate.symlinkTo(target.shown(), pointsTo), e, report);
    }
  }

  /** What points to a relative name must be where that is relative to. */
  static void refuseElsewhere(CopySession session, SourceName source, TargetName target)
      throws CopyFailure, SyscallException {
    if (!source.shown().isAbsolute() && !isInWorkingDirectory(session, target)) {
      throw CopyFailure.refused(
          target.shown(),
          target.shown().quotedIfNeeded()
              + ": can make relative symbolic links only in current directory");
    }
  }

  private static boolean isInWorkingDirectory(CopySession session, TargetName target)
      throws SyscallException {
    FileStatus here = session.syscalls().statx(Open.AT_CWD, BytePath.WORKING_DIRECTORY, 0);
    return target.parent().before().isSameFileAs(here);
  }

  private static void place(Placement placement, boolean anyway, TemporaryName.Maker maker)
      throws CopyFailure, SyscallException {
    if (anyway) {
      placement.makeAnyway(maker);
    } else {
      placement.make(maker);
    }
  }
}
