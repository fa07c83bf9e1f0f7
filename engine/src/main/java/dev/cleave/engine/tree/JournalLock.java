package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.SyscallException;
import java.io.IOException;

/** The lock on a journal: one resumable copy at a time to the same target. */
final class JournalLock {
  // asm-generic/fcntl.h
  private static final int LOCK_EXCLUSIVE = 2;
  private static final int LOCK_NON_BLOCKING = 4;

  private JournalLock() {}

  /** Opens the journal, a new one if there is none, and locks it until it is closed. */
  static Fd take(SiblingFile journal, TargetName target) throws IOException {
    while (true) {
      Fd fd = open(journal);
      try {
        lock(fd, journal.name(), target);
        if (journal.is(fd)) {
          return fd;
        }
        fd.close(); // the copy that had the lock was finished and has removed the file
      } catch (IOException e) {
        fd.close();
        throw e;
      }
    }
  }

  /** Locks an open file until it is closed; false if somebody else has done so. */
  static boolean tryLock(Fd fd) throws SyscallException {
    try {
      fd.syscalls().flock(fd.number(), LOCK_EXCLUSIVE | LOCK_NON_BLOCKING);
      return true;
    } catch (SyscallException e) {
      if (!e.is(Errno.EAGAIN)) {
        throw e;
      }
      return false;
    }
  }

  private static Fd open(SiblingFile journal) throws IOException {
    while (true) {
      switch (journal.open()) {
        case SiblingFile.Occupant.Ours(Fd fd) -> {
          return fd;
        }
        case SiblingFile.Occupant.Stranger(String what) -> {
          BytePath shown = journal.name().shown();
          String refusal = "cannot resume by " + shown.quoted() + ", which is " + what;
          throw CopyFailure.refused(shown, refusal + ": remove it");
        }
        case SiblingFile.Occupant.Nobody() -> {
          try {
            return journal.create();
          } catch (SyscallException e) {
            if (!e.is(Errno.EEXIST)) { // else somebody was faster
              throw e;
            }
          }
        }
      }
    }
  }

  private static void lock(Fd fd, TargetName journal, TargetName target) throws CopyFailure {
    boolean locked;
    try {
      locked = tryLock(fd);
    } catch (SyscallException e) {
      BytePath shown = journal.shown();
      throw CopyFailure.of(shown, "cannot lock " + shown.quoted(), e);
    }
    if (!locked) {
      throw CopyFailure.refused(
          target.shown(),
          "another copy to "
              + target.shown().quoted()
              + " is running: it has locked "
              + journal.shown().quoted());
    }
  }
}
