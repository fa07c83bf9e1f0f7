package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.CopyItem;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Makes entries of what the user named. The directory of the last target is kept open, since the
 * next one mostly goes there as well.
 */
final class NamedTargets {
  private final CopySession session;
  private final Syscalls syscalls;
  private @Nullable DirectoryPair last;

  NamedTargets(CopySession session) {
    this.session = session;
    this.syscalls = session.syscalls();
  }

  /** The entry, which keeps its target's directory open until it is released. */
  Entry entry(long sequence, CopyItem item) throws IOException {
    BytePath path = item.target();
    DirectoryPair parent = parent(path.parent(), item.target());
    parent.retain();
    return new Entry(
        sequence,
        parent,
        new SourceName(parent.source().fd(), item.source(), item.source()),
        new TargetName(parent.target(), path.fileName(), item.target()),
        EntryKind.UNKNOWN,
        true);
  }

  private DirectoryPair parent(BytePath path, BytePath shown) throws IOException {
    if (last == null || !last.targetShown().equals(path)) {
      close();
      last = open(path, shown);
    }
    return last;
  }

  private DirectoryPair open(BytePath path, BytePath shown) throws IOException {
    Fd workingDirectory = openDirectory(BytePath.WORKING_DIRECTORY);
    try {
      Fd target = openDirectory(path);
      return new DirectoryPair(
          null,
          new DirectoryPair.Source(workingDirectory, workingDirectory.status(), BytePath.EMPTY),
          new TargetDirectory(target, target.status(), false),
          path,
          DirectoryPair.Finish.NOTHING);
    } catch (SyscallException e) {
      workingDirectory.close();
      throw CopyFailure.of(shown, "cannot create " + shown.quoted(), e);
    }
  }

  private Fd openDirectory(BytePath path) throws SyscallException {
    return Fd.open(syscalls, Open.AT_CWD, path, Open.PATH | Open.DIRECTORY, 0);
  }

  void close() {
    if (last != null) {
      last.release(session.results());
      last = null;
    }
  }
}
