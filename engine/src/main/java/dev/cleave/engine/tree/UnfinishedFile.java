package dev.cleave.engine.tree;

import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.SyscallException;
import org.jspecify.annotations.Nullable;

/**
 * A file that is being written and doesn't have its final name yet: one that leaves nothing behind,
 * or one that a later copy can go on with.
 */
sealed interface UnfinishedFile extends AutoCloseable permits PendingFile, ResumableFile {
  /** Open for reading and writing, by its owner alone. */
  Fd fd();

  /** Where its finished regions are kept; null if they aren't. */
  @Nullable RegionJournal journal();

  /** Gives the file its name, which must be free. Throws EEXIST if it isn't any more. */
  void commitNew() throws SyscallException;

  /** Puts the file in the place of the one that has the name. */
  void commitReplacing() throws SyscallException;

  /** Without a commit before it, nothing is left but what can be gone on with. */
  @Override
  void close() throws SyscallException;
}
