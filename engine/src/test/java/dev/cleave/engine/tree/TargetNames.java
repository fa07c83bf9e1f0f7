package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.SyscallException;

/** Names in directories that were there before. */
final class TargetNames {
  private TargetNames() {}

  static TargetName in(Fd directory, BytePath entry, BytePath shown) throws SyscallException {
    return new TargetName(new TargetDirectory(directory, directory.status(), false), entry, shown);
  }
}
