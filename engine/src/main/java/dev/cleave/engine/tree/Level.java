package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;

/**
 * One directory on the way from what the user named to where the walk is. While the walk is far
 * below it may be parked: closed, with its remaining names in memory. The way back is {@code ..} of
 * the directory below it, and must lead to the same file.
 */
final class Level {
  private static final BytePath PARENT = BytePath.of("..");

  private final DirectoryEntries entries;
  private final GrowingBatch batch;
  private DirectoryPair pair;
  private boolean parked;
  private boolean hasBeenAsked;
  private boolean hasWayBack;

  Level(DirectoryPair pair, DirectoryEntries entries, GrowingBatch batch) {
    this.pair = pair;
    this.entries = entries;
    this.batch = batch;
  }

  DirectoryPair pair() {
    return pair;
  }

  DirectoryEntries entries() {
    return entries;
  }

  GrowingBatch batch() {
    return batch;
  }

  boolean isParked() {
    return parked;
  }

  /**
   * Closes the directories, if nobody but the walk needs them and there is a way back.
   *
   * @param below the level that was entered from this one; when this is first asked, an open one
   */
  boolean park(Level below) {
    try {
      if (!isWayBackFrom(below.pair) || !pair.hasOneUser()) {
        return false;
      }
      entries.readAll();
      parked = true;
      pair.park();
    } catch (SyscallException unreadable) {
      // who reads the next name will say so; an error of closing what was only read is none
    }
    return parked;
  }

  /** A directory that was entered through a symbolic link has another parent. */
  private boolean isWayBackFrom(DirectoryPair below) throws SyscallException {
    if (!hasBeenAsked) {
      hasBeenAsked = true;
      hasWayBack =
          status(below.source().fd()).isSameFileAs(pair.source().status())
              && status(below.target().fd()).isSameFileAs(pair.target().before());
    }
    return hasWayBack;
  }

  private static FileStatus status(Fd below) throws SyscallException {
    return below.syscalls().statx(below.number(), PARENT, 0);
  }

  /**
   * The walk is back. Opens the directories again if they are parked.
   *
   * @param below open
   * @throws CopyFailure if somebody has moved them, or they can't be opened
   */
  void returnFrom(DirectoryPair below, DescriptorRelief relief) throws CopyFailure {
    hasBeenAsked = false;
    if (!parked) {
      return;
    }
    DirectoryPair.Source from = pair.source();
    Fd source = reopen(below.source().fd(), Open.READ_ONLY, from.status(), from.name(), relief);
    try {
      TargetDirectory to = pair.target();
      Fd target = reopen(below.target().fd(), Open.PATH, to.before(), pair.targetName(), relief);
      pair = pair.reopened(source, target);
      parked = false;
    } catch (CopyFailure e) {
      closeReadOnly(source);
      throw e;
    }
  }

  private static void closeReadOnly(Fd fd) {
    try {
      fd.close();
    } catch (SyscallException nothingWasWritten) {
      // and what failed before is what matters
    }
  }

  private static Fd reopen(
      Fd below, int flags, FileStatus before, ShownName name, DescriptorRelief relief)
      throws CopyFailure {
    try {
      int all = flags | Open.DIRECTORY;
      Fd fd = relief.open(below.syscalls(), below.number(), PARENT, all);
      if (fd.status().isSameFileAs(before)) {
        return fd;
      }
      closeReadOnly(fd);
    } catch (SyscallException e) {
      throw CopyFailure.of(name.path(), cannotReturn(name), e);
    }
    throw lost(name);
  }

  /** What there is to say of a parked level that can't be returned to. */
  CopyFailure lost() {
    return lost(pair.source().name());
  }

  private static CopyFailure lost(ShownName name) {
    return CopyFailure.refused(
        name.path(), cannotReturn(name) + ": it, or one in it, was moved while it was copied");
  }

  private static String cannotReturn(ShownName name) {
    return "cannot return to directory " + name.path().quoted();
  }
}
