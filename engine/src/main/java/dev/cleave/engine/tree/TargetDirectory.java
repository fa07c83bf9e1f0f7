package dev.cleave.engine.tree;

import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.SyscallException;

/**
 * A directory that entries are copied into; whoever has it closes it.
 *
 * @param before what it was when it was created or, if it isn't new, found
 */
record TargetDirectory(Fd fd, FileStatus before, boolean isNew) implements AutoCloseable {
  @Override
  public void close() throws SyscallException {
    fd.close();
  }
}
