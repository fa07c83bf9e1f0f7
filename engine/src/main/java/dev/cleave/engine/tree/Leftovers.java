package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.FileStatus.Timestamp;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Removes from a target directory what a killed copy has left in it and nobody will go on with:
 * temporary names, and the parts and journals of sources that are gone.
 *
 * <p>What another copy is using stays: parts are locked, as are temporary files that have a name
 * while they are filled, and every other temporary name is there for microseconds, so that one from
 * before this copy began is nobody's. Should a copy be stopped in those it fails, and says so.
 */
record Leftovers(Syscalls syscalls, Timestamp start) {
  private static final long NAMES_BYTES = 32 * ByteSize.KIB;
  private static final long CLOCK_TICK_MILLIS = 20; // files are stamped by a clock that may lag

  /** For a copy that begins now. */
  static Leftovers before(Syscalls syscalls) {
    Instant now = Instant.now().minusMillis(CLOCK_TICK_MILLIS);
    return new Leftovers(syscalls, new Timestamp(now.getEpochSecond(), now.getNano()));
  }

  /** Those of the target, whose entries are copies of those of the source. */
  void removeFrom(Fd source, TargetDirectory target, ShownName shown) throws IOException {
    try {
      for (BytePath name : names(target.fd(), Leftovers::isCandidate)) {
        if (!exists(source, name)) { // else it is no leftover but somebody's file
          remove(source, new TargetName(target, name, shown.path().resolve(name)));
        }
      }
    } catch (SyscallException e) {
      if (!e.is(Errno.EACCES, Errno.ENOENT)) { // what can't be read has to stay
        throw e;
      }
    }
  }

  private static boolean isCandidate(BytePath name) {
    return TemporaryName.isOne(name) || ResumeNames.targetOf(name) != null;
  }

  private List<BytePath> names(Fd directory, Predicate<BytePath> wanted) throws SyscallException {
    List<BytePath> found = new ArrayList<>();
    int flags = Open.READ_ONLY | Open.DIRECTORY;
    try (Arena arena = Arena.ofConfined();
        Fd readable = Fd.open(syscalls, directory.number(), BytePath.WORKING_DIRECTORY, flags, 0)) {
      DirectoryEntries entries =
          new DirectoryEntries(readable, arena.allocate(NAMES_BYTES, Long.BYTES));
      for (DirectoryEntries.Name next = entries.next(); next != null; next = entries.next()) {
        if (wanted.test(next.name())) {
          found.add(next.name());
        }
      }
    }
    return found;
  }

  private void remove(Fd source, TargetName left) throws IOException {
    BytePath copied = ResumeNames.targetOf(left.entry());
    if (copied == null) {
      removeTemporary(left);
    } else if (!isToCome(source, copied)) {
      try {
        ResumableFile.removeLeft(left.sibling(copied));
      } catch (CopyFailure inUse) {
        // or somebody else's
      }
    }
  }

  /** Whether the source has what the journal is for; for long names stand their hashes. */
  private boolean isToCome(Fd source, BytePath copied) throws SyscallException {
    return exists(source, copied)
        || (ResumeNames.maybeHash(copied)
            && !names(source, name -> ResumeNames.standsFor(copied, name)).isEmpty());
  }

  private boolean exists(Fd directory, BytePath name) throws SyscallException {
    try {
      syscalls.statx(directory.number(), name, Open.AT_SYMLINK_NO_FOLLOW);
      return true;
    } catch (SyscallException e) {
      if (e.is(Errno.ENOENT)) {
        return false;
      }
      throw e;
    }
  }

  private void removeTemporary(TargetName left) throws SyscallException {
    int number = left.directory().number();
    try {
      FileStatus status = syscalls.statx(number, left.entry(), Open.AT_SYMLINK_NO_FOLLOW);
      if (status.changed().compareTo(start) < 0 && !isInUse(left, status)) {
        syscalls.unlinkat(number, left.entry(), 0);
      }
    } catch (SyscallException e) {
      if (!e.is(Errno.ENOENT, Errno.EPERM, Errno.EACCES)) {
        throw e;
      }
    }
  }

  private boolean isInUse(TargetName left, FileStatus status) throws SyscallException {
    if (!status.isRegular()) {
      return false;
    }
    int flags = Open.READ_ONLY | Open.NO_FOLLOW | Open.NON_BLOCKING;
    try (Fd fd = Fd.open(syscalls, left.directory().number(), left.entry(), flags, 0)) {
      return !JournalLock.tryLock(fd);
    }
  }
}
