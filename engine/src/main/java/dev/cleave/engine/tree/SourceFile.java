package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;
import java.lang.foreign.Arena;
import java.util.Optional;
import java.util.Set;

/**
 * A source file, held open from before its first byte is read until after its last, and what it
 * looked like when it was opened.
 */
final class SourceFile implements AutoCloseable {
  // linux/magic.h: file systems whose files are made up as they are read and lie about their size
  private static final Set<Long> MADE_UP_FILES =
      Set.of(
          0x9fa0L, // proc
          0x62656572L, // sysfs
          0x64626720L, // debugfs
          0x74726163L, // tracefs
          0x73636673L, // securityfs
          0x27e0ebL, // cgroup
          0x63677270L, // cgroup2
          0x62656570L); // configfs

  private final Fd fd;
  private final BytePath name;
  private final FileStatus before;

  private SourceFile(Fd fd, BytePath name, FileStatus before) {
    this.fd = fd;
    this.name = name;
    this.before = before;
  }

  /**
   * Opens the entry of the directory for reading, whatever it is: of a pipe that is waiting for
   * somebody to write.
   *
   * @param flags {@link Open#NO_FOLLOW} if a symbolic link must not be followed
   */
  static SourceFile open(SourceName name, int flags) throws CopyFailure {
    BytePath shown = name.shown();
    try {
      Fd directory = name.directory();
      int all = Open.READ_ONLY | Open.NO_TTY | flags;
      Fd fd = Fd.open(directory.syscalls(), directory.number(), name.entry(), all, 0);
      try {
        return new SourceFile(fd, shown, fd.status());
      } catch (SyscallException e) {
        fd.close();
        throw e;
      }
    } catch (SyscallException e) {
      throw CopyFailure.of(shown, "cannot open " + shown.quoted() + " for reading", e);
    }
  }

  /**
   * The same of what was a regular file when it was looked at, and must be one still: never waits.
   */
  static SourceFile openRegular(SourceName name, int flags) throws CopyFailure {
    SourceFile source = openWithoutWaiting(name, flags);
    if (source.status().isRegular()) {
      return source;
    }
    BytePath shown = name.shown();
    CopyFailure replaced =
        CopyFailure.refused(
            shown, "skipping file " + shown.quoted() + ", as it was replaced while being copied");
    try (source) {
      throw replaced;
    } catch (SyscallException notClosed) {
      throw replaced;
    }
  }

  private static SourceFile openWithoutWaiting(SourceName name, int flags) throws CopyFailure {
    try {
      return open(name, flags | Open.NON_BLOCKING);
    } catch (CopyFailure e) {
      // a regular file for which somebody holds a lease, fcntl(2): that is waited for
      if (!Errno.EAGAIN.equals(e.errno())) {
        throw e;
      }
      return open(name, flags);
    }
  }

  Fd fd() {
    return fd;
  }

  BytePath name() {
    return name;
  }

  FileStatus status() {
    return before;
  }

  /**
   * Whether its size says nothing, so that it must be read until the end: pipes, devices, /proc,
   * and whatever is empty by its size and isn't.
   */
  boolean hasUnknownSize() throws SyscallException {
    return hasUnknownSize(fd, before) || (before.size() == 0 && hasContentAllTheSame());
  }

  /** The list is of those with many files: binfmt_misc, fusectl and FUSE's own do so as well. */
  private boolean hasContentAllTheSame() throws SyscallException {
    try (Arena arena = Arena.ofConfined()) {
      long count = fd.syscalls().pread64(fd.number(), arena.allocate(1), 1, 0);
      return count > 0 && fd.status().size() == 0; // else it has grown a moment ago
    } catch (SyscallException e) {
      return true; // reading it to the end tells what is wrong
    }
  }

  static boolean hasUnknownSize(Fd file, FileStatus status) throws SyscallException {
    return !status.isRegular()
        || (status.blocks() == 0 && MADE_UP_FILES.contains(file.syscalls().fstatfs(file.number())));
  }

  /**
   * Looks again, after the copy.
   *
   * @return a warning if the copy is good but the source has changed since
   * @throws CopyFailure if what was copied may be neither the old content nor the new one
   */
  Optional<String> checkUnchanged() throws CopyFailure {
    FileStatus after;
    try {
      after = fd.status();
    } catch (SyscallException e) {
      throw CopyFailure.of(name, "cannot stat " + name.quoted(), e);
    }
    if (!after.isSameFileAs(before)) { // only a network file system can do that to an open file
      throw CopyFailure.refused(name, name.quoted() + " was replaced while it was copied");
    }
    if (after.size() < before.size()) {
      throw CopyFailure.refused(
          name,
          name.quoted()
              + " was truncated while it was copied: from "
              + before.size()
              + " to "
              + after.size()
              + " bytes");
    }
    if (after.size() > before.size()) {
      return Optional.of(
          name.quoted()
              + " grew while it was copied: the copy has the "
              + before.size()
              + " bytes it had at the start");
    }
    if (!after.modified().equals(before.modified())) {
      throw CopyFailure.refused(name, name.quoted() + " was rewritten while it was copied");
    }
    if (!after.changed().equals(before.changed())) {
      return Optional.of(
          name.quoted()
              + " had its attributes or links changed while it was copied: the copy may have the"
              + " old ones");
    }
    return Optional.empty();
  }

  @Override
  public void close() throws SyscallException {
    fd.close();
  }
}
