package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.Cancellation;
import dev.cleave.engine.CopyItem;
import dev.cleave.engine.SourceTotals;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.options.Dereference;
import dev.cleave.engine.options.FileContent;
import dev.cleave.engine.options.NameFilter;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Looks ahead of a copy, to say how much there is to do. An estimate: what can't be looked at, lies
 * too deep, or behind a symbolic link to a directory is left out, and said to be.
 */
public final class SourceScan {
  /** Levels that are held open: few, since the copy needs descriptors more. */
  private static final int MOST_LEVELS = 12;

  private static final long NAMES_BYTES = 32 * ByteSize.KIB;

  private final CopyOptions options;
  private final Syscalls syscalls;
  private final SourceTotals totals;
  private final Cancellation stop;
  private final MemorySegment names;

  private SourceScan(
      CopyOptions options,
      Syscalls syscalls,
      SourceTotals totals,
      Cancellation stop,
      MemorySegment names) {
    this.options = options;
    this.syscalls = syscalls;
    this.totals = totals;
    this.stop = stop;
    this.names = names;
  }

  /** Counts all that the items have, or until it is stopped, in this thread. */
  public static void run(
      Iterable<CopyItem> items,
      CopyOptions options,
      Syscalls syscalls,
      SourceTotals totals,
      Cancellation stop) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment names = arena.allocate(NAMES_BYTES, Long.BYTES);
      SourceScan scan = new SourceScan(options, syscalls, totals, stop, names);
      for (CopyItem item : items) {
        scan.named(item.source());
      }
    }
    if (!stop.isCancelled()) {
      totals.end();
    }
  }

  private void named(BytePath source) {
    int flags = options.tree().dereference().follows(true) ? 0 : Open.AT_SYMLINK_NO_FOLLOW;
    try {
      FileStatus status = syscalls.statx(Open.AT_CWD, source, flags);
      if (status.isDirectory()) {
        directory(Open.AT_CWD, source, BytePath.EMPTY, status, 0);
      } else {
        totals.found(bytes(status));
      }
    } catch (SyscallException e) {
      totals.leaveOut();
    }
  }

  /**
   * @param below its path below what the user named
   * @param above the directory it was found in, or itself
   */
  private void directory(int parent, BytePath name, BytePath below, FileStatus above, int level)
      throws SyscallException {
    totals.found(0);
    if (level == MOST_LEVELS) {
      totals.leaveOut();
      return;
    }
    int flags = Open.READ_ONLY | Open.DIRECTORY | (level == 0 ? 0 : Open.NO_FOLLOW);
    try (Fd fd = Fd.open(syscalls, parent, name, flags, 0)) {
      FileStatus status = options.tree().oneFileSystem() ? fd.status() : above;
      if (status.isOnSameDeviceAs(above)) {
        entries(fd, below, status, level + 1);
      }
    }
  }

  private void entries(Fd directory, BytePath below, FileStatus status, int level)
      throws SyscallException {
    DirectoryEntries entries = new DirectoryEntries(directory, names);
    DirectoryEntries.Name next = entries.next();
    while (next != null && !stop.isCancelled()) {
      entry(directory.number(), next, below, status, level);
      next = entries.next();
    }
  }

  private void entry(
      int directory, DirectoryEntries.Name found, BytePath below, FileStatus status, int level) {
    boolean isDirectory = found.kind() == EntryKind.DIRECTORY;
    NameFilter filter = options.tree().filter();
    BytePath path = filter.usesPaths() ? below.resolve(found.name()) : found.name();
    if (filter.excludes(path, isDirectory)) {
      return;
    }
    try {
      if (isDirectory) {
        directory(directory, found.name(), path, status, level);
      } else {
        leaf(directory, found);
      }
    } catch (SyscallException e) {
      totals.leaveOut();
    }
  }

  /** Those that a copy gets ahead by: of links and of attributes alone, none. */
  private long bytes(FileStatus status) {
    boolean hasData = options.tree().content() == FileContent.DATA && status.isRegular();
    return hasData ? status.size() : 0;
  }

  private void leaf(int directory, DirectoryEntries.Name found) throws SyscallException {
    boolean follows = options.tree().dereference() == Dereference.ALWAYS;
    if (found.kind() == EntryKind.SPECIAL || (found.kind() == EntryKind.SYMLINK && !follows)) {
      totals.found(0);
      return;
    }
    int flags = follows ? 0 : Open.AT_SYMLINK_NO_FOLLOW;
    FileStatus status = syscalls.statx(directory, found.name(), flags);
    totals.found(bytes(status));
    if (status.isDirectory()) {
      totals.leaveOut();
    }
  }
}
