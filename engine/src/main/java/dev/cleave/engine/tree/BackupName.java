package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.options.BackupControl;
import dev.cleave.engine.options.OverwriteOptions;
import java.lang.foreign.Arena;

/**
 * Where a target is kept: its name with a suffix, or with a number.
 *
 * @param number 0 for a simple backup, which takes the place of an earlier one
 */
record BackupName(TargetName target, long number, BytePath simpleSuffix) {
  private static final long NAMES_BYTES = 32 * ByteSize.KIB;
  private static final int MOST_DIGITS = 18; // of a long

  /** The name that the next backup of the target has. */
  static BackupName next(TargetName target, OverwriteOptions options) throws SyscallException {
    boolean simple = options.backup() == BackupControl.SIMPLE;
    long highest = simple ? 0 : highestNumber(target);
    boolean numbered = options.backup() == BackupControl.NUMBERED || highest > 0;
    return new BackupName(target, numbered ? highest + 1 : 0, options.backupSuffix());
  }

  boolean isNumbered() {
    return number > 0;
  }

  BackupName following() {
    return new BackupName(target, number + 1, simpleSuffix);
  }

  TargetName name() {
    return target.withSuffix(isNumbered() ? BytePath.of(".~" + number + "~") : simpleSuffix);
  }

  private static long highestNumber(TargetName target) throws SyscallException {
    try (Arena arena = Arena.ofConfined();
        Fd readable = target.parent().openReadable()) {
      DirectoryEntries entries = new DirectoryEntries(readable, arena.allocate(NAMES_BYTES, 8));
      long highest = 0;
      for (var entry = entries.next(); entry != null; entry = entries.next()) {
        highest = Math.max(highest, number(entry.name().bytes(), target.entry().bytes()));
      }
      return highest;
    }
  }

  /** The N of {@code target.~N~}; 0 of any other name. */
  private static long number(byte[] name, byte[] target) {
    int start = target.length + 2;
    int end = name.length - 1;
    if (end <= start - 1
        || end - start > MOST_DIGITS
        || name[start - 2] != '.'
        || name[start - 1] != '~'
        || name[start] == '0'
        || name[end] != '~') {
      return 0;
    }
    for (int i = 0; i < target.length; i++) {
      if (name[i] != target[i]) {
        return 0;
      }
    }
    long number = 0;
    for (int i = start; i < end; i++) {
      if (name[i] < '0' || name[i] > '9') {
        return 0;
      }
      number = 10 * number + name[i] - '0';
    }
    return number;
  }
}
