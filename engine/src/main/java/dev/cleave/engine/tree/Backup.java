package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import dev.cleave.engine.options.OverwriteOptions;
import org.jspecify.annotations.Nullable;

/**
 * What had a target's name, under a second one that stays. Made right before the copy takes the
 * first name, so that a copy that fails has moved nothing, and the name is never missing.
 */
final class Backup {
  private final TargetName target;
  private BackupName backup;
  private boolean isOnlyName;

  private Backup(TargetName target, BackupName backup) {
    this.target = target;
    this.backup = backup;
  }

  /**
   * Gives what has the target's name that of a backup as well; null if nothing has it.
   *
   * @throws CopyFailure in cp's words
   */
  static @Nullable Backup make(TargetName target, OverwriteOptions options) throws CopyFailure {
    try {
      Backup made = new Backup(target, BackupName.next(target, options));
      made.giveName();
      return made;
    } catch (SyscallException e) {
      if (e.is(Errno.ENOENT)) {
        return null;
      }
      throw CopyFailure.of(target.shown(), "cannot backup " + target.shown().quoted(), e);
    }
  }

  private void giveName() throws SyscallException {
    try {
      link();
    } catch (SyscallException e) {
      // no hard links there, not of this file for us, or not one more
      if (!e.is(Errno.EPERM, Errno.EOPNOTSUPP, Errno.EMLINK)) {
        throw e;
      }
      move();
      isOnlyName = true;
    }
  }

  private void link() throws SyscallException {
    while (true) {
      try {
        linkTo(name());
        return;
      } catch (SyscallException e) {
        if (!e.is(Errno.EEXIST)) {
          throw e;
        }
      }
      if (!backup.isNumbered()) {
        linkOverEarlierBackup();
        return;
      }
      backup = backup.following();
    }
  }

  private void linkOverEarlierBackup() throws SyscallException {
    BytePath temporary = TemporaryName.make(this::linkTo);
    try {
      backup.name().giveReplacing(temporary);
    } finally { // a rename between two names of one file leaves both
      Placement.removeIfThere(target, temporary);
    }
  }

  private void linkTo(BytePath name) throws SyscallException {
    syscalls().linkat(directory(), target.entry(), directory(), name, 0);
  }

  private void move() throws SyscallException {
    if (backup.isNumbered()) {
      backup.name().giveNew(target.entry());
    } else {
      backup.name().giveReplacing(target.entry());
    }
  }

  /** The copy failed in the end: the old file is where it was. */
  void undo() throws SyscallException {
    if (isOnlyName) {
      target.giveReplacing(name());
    } else {
      syscalls().unlinkat(directory(), name(), 0);
    }
  }

  /** Its name as the user would write it. */
  BytePath shown() {
    return backup.name().shown();
  }

  private BytePath name() {
    return backup.name().entry();
  }

  private Syscalls syscalls() {
    return target.directory().syscalls();
  }

  private int directory() {
    return target.directory().number();
  }
}
