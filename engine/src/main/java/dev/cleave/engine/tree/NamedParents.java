package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.CopyItem;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the directories above what the user named, as cp's {@code --parents} wants them, and gives
 * them their attributes once everything is in them. Used by the walk's thread alone.
 */
final class NamedParents {
  private final CopySession session;
  private final Syscalls syscalls;
  private final MetadataCopy metadata;
  private final Set<BytePath> known = new HashSet<>();

  /** The deepest first. */
  private final Deque<Parent> unfinished = new ArrayDeque<>();

  /**
   * One directory of the target and what it stands for.
   *
   * @param before what the target was when it was made or found
   */
  private record Parent(CopyItem names, FileStatus source, FileStatus before, boolean isNew) {}

  NamedParents(CopySession session, MetadataCopy metadata) {
    this.session = session;
    this.syscalls = session.syscalls();
    this.metadata = metadata;
  }

  /** Makes those that are missing above the item's target. */
  void make(CopyItem item) throws IOException {
    if (item.parents() == 0 || isDirectory(item.target().withoutTrailingSlashes().parent())) {
      return; // as cp: where all are there, none gets attributes
    }
    Deque<CopyItem> above = new ArrayDeque<>();
    BytePath source = item.source().withoutTrailingSlashes();
    BytePath target = item.target().withoutTrailingSlashes();
    for (int i = 0; i < item.parents(); i++) {
      source = source.parent();
      target = target.parent();
      above.push(new CopyItem(source, target));
    }
    for (CopyItem one : above) {
      if (known.add(one.target())) {
        makeOne(one);
      }
    }
  }

  private void makeOne(CopyItem item) throws IOException {
    FileStatus status;
    try {
      status = syscalls.statx(Open.AT_CWD, item.source(), 0);
    } catch (SyscallException e) {
      known.remove(item.target());
      String doing = "failed to get attributes of " + item.source().quoted();
      throw CopyFailure.of(item.source(), doing, e);
    }
    @Nullable FileStatus existing = existing(item.target());
    if (existing != null && !existing.isDirectory()) {
      String message = item.target().quoted() + " exists but is not a directory";
      throw CopyFailure.refused(item.target(), message);
    }
    if (existing == null) {
      makeDirectory(item, metadata.creationModeOfDirectory(status));
    }
    if (session.rehearsal() != null) {
      return;
    }
    FileStatus before = existing == null ? openUp(item.target()) : existing;
    unfinished.push(new Parent(item, status, before, existing == null));
  }

  /** Lets us make entries in a new directory, whatever its mode. */
  private FileStatus openUp(BytePath path) throws IOException {
    try (Fd fd = Fd.open(syscalls, Open.AT_CWD, path, Open.PATH | Open.DIRECTORY, 0)) {
      return metadata.openUp(fd, true, path).before();
    }
  }

  private boolean isDirectory(BytePath target) throws CopyFailure {
    FileStatus status = existing(target);
    return status != null && status.isDirectory();
  }

  private @Nullable FileStatus existing(BytePath target) throws CopyFailure {
    try {
      return syscalls.statx(Open.AT_CWD, target, 0);
    } catch (SyscallException e) {
      if (e.is(Errno.ENOENT)) {
        return null;
      }
      throw CopyFailure.of(target, "failed to get attributes of " + target.quoted(), e);
    }
  }

  private void makeDirectory(CopyItem item, int mode) throws CopyFailure {
    BytePath target = item.target();
    try {
      if (session.rehearsal() == null) {
        syscalls.mkdirat(Open.AT_CWD, target, mode);
      } else {
        session.rehearsal().makeParent(item, syscalls);
      }
    } catch (SyscallException e) {
      throw CopyFailure.of(target, "cannot make directory " + target.quoted(), e);
    }
    session.listener().parentMade(item);
  }

  /** Gives all of them their attributes. */
  void finish() {
    for (Parent parent : unfinished) {
      BytePath path = parent.names().target();
      try {
        finish(parent, path);
      } catch (SyscallException e) {
        session.results().failed(CopyFailure.of(path, "cannot access " + path.quoted(), e));
      }
    }
  }

  private void finish(Parent parent, BytePath path) throws SyscallException {
    BytePath sourcePath = parent.names().source();
    int flags = Open.PATH | Open.DIRECTORY;
    try (Fd source = Fd.open(syscalls, Open.AT_CWD, sourcePath, flags, 0);
        Fd target = Fd.open(syscalls, Open.AT_CWD, path, flags, 0)) {
      TargetDirectory to = new TargetDirectory(target, parent.before(), parent.isNew());
      metadata.applyToDirectory(
          new MetadataSource(new Inode.Held(source), parent.source(), sourcePath), to, path);
    }
  }
}
