package dev.cleave.engine.tree;

import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;

/**
 * A file that {@code --resume} keeps beside the target. Its name can be foretold, so that whoever
 * may write to the directory can have put something else there: nothing is opened before it was
 * looked at, by descriptor.
 */
record SiblingFile(TargetName name) {
  private static final int OWNER_ONLY = 0600;

  /** What has the name. */
  sealed interface Occupant {
    record Nobody() implements Occupant {}

    /** Something that we would never have left; {@code what} says why. */
    record Stranger(String what) implements Occupant {}

    record Ours(Fd fd) implements Occupant {}
  }

  /** Opens the file for reading and writing if it is ours. */
  Occupant open() throws SyscallException {
    Syscalls syscalls = name.directory().syscalls();
    int flags = Open.PATH | Open.NO_FOLLOW;
    try (Fd there = Fd.open(syscalls, name.directory().number(), name.entry(), flags, 0)) {
      FileStatus status = there.status();
      String objection = objection(status);
      if (!objection.isEmpty()) {
        return new Occupant.Stranger(objection);
      }
      if (status.permissions() != OWNER_ONLY) { // killed between the mode and the final name
        syscalls.fchmodat(Open.AT_CWD, there.procPath(), OWNER_ONLY);
      }
      return new Occupant.Ours(
          Fd.open(syscalls, Open.AT_CWD, there.procPath(), Open.READ_WRITE, 0));
    } catch (SyscallException e) {
      if (e.is(Errno.ENOENT)) {
        return new Occupant.Nobody();
      }
      throw e;
    }
  }

  private String objection(FileStatus status) throws SyscallException {
    if (!status.isRegular()) {
      return "a " + status.type();
    }
    if (status.links() > 1) {
      return "a file with " + status.links() + " links";
    }
    return status.owner() == ownerOfOurs() ? "" : "another user's file";
  }

  /** Asked of a new file: an NFS server may have its own idea of who we are. */
  private int ownerOfOurs() throws SyscallException {
    try (PendingFile ours = PendingFile.create(name, OWNER_ONLY)) {
      return ours.fd().status().owner();
    }
  }

  /** Throws EEXIST if the name is taken. */
  Fd create() throws SyscallException {
    int flags = Open.CREATE | Open.EXCLUSIVE | Open.READ_WRITE | Open.NO_FOLLOW;
    int directory = name.directory().number();
    return Fd.open(name.directory().syscalls(), directory, name.entry(), flags, OWNER_ONLY);
  }

  /** Whether the open file still is the one of that name. */
  boolean is(Fd open) throws SyscallException {
    Syscalls syscalls = name.directory().syscalls();
    try {
      int flags = Open.AT_SYMLINK_NO_FOLLOW;
      FileStatus now = syscalls.statx(name.directory().number(), name.entry(), flags);
      return now.isSameFileAs(open.status());
    } catch (SyscallException e) {
      if (e.is(Errno.ENOENT)) {
        return false;
      }
      throw e;
    }
  }

  void remove() throws SyscallException {
    name.directory().syscalls().unlinkat(name.directory().number(), name.entry(), 0);
  }
}
