package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.CopyItem;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import dev.cleave.engine.options.TreeOptions;
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
    BytePath path = leadingTo(item);
    DirectoryPair parent = parent(path.parent(), item);
    parent.retain();
    return new Entry(
        sequence,
        parent,
        new SourceName(parent.source().fd(), item.source(), item.source()),
        new TargetName(parent.target(), path.fileName(), item.target()),
        EntryKind.UNKNOWN,
        true);
  }

  /** With a slash behind it, a symbolic link to a directory stands for that directory. */
  private BytePath leadingTo(CopyItem item) throws IOException {
    BytePath target = item.target();
    if (!target.endsWithSlash()) {
      return target;
    }
    int flags = Open.PATH | Open.DIRECTORY;
    try (Fd directory = Fd.open(syscalls, Open.AT_CWD, target, flags, 0)) {
      return syscalls.readlinkat(Open.AT_CWD, directory.procPath());
    } catch (SyscallException e) {
      if (e.is(Errno.ENOTDIR)) {
        cannotCreate(item); // a source that can't be copied comes first
        throw CopyFailure.of(target, "cannot stat " + target.quoted(), e);
      }
      return target; // whatever is wrong shows when it is copied to
    }
  }

  private DirectoryPair parent(BytePath path, CopyItem item) throws IOException {
    if (last == null || !last.targetShown().equals(path)) {
      close();
      last = open(path, item);
    }
    return last;
  }

  private DirectoryPair open(BytePath path, CopyItem item) throws IOException {
    Fd workingDirectory = openDirectory(BytePath.WORKING_DIRECTORY);
    try {
      FileStatus here = workingDirectory.status();
      TargetDirectory target = openTarget(path);
      session.openDirectories().opened();
      return new DirectoryPair(
          null,
          new DirectoryPair.Source(workingDirectory, here, ShownName.of(BytePath.EMPTY)),
          target,
          ShownName.of(path),
          DirectoryPair.Finish.NOTHING);
    } catch (SyscallException e) {
      workingDirectory.close();
      throw CopyFailure.of(item.target(), cannotCreate(item), e);
    }
  }

  private TargetDirectory openTarget(BytePath path) throws SyscallException {
    Rehearsal rehearsal = session.rehearsal();
    BytePath source = rehearsal == null ? null : rehearsal.madeParent(path);
    if (source != null) {
      return Rehearsal.standIn(openDirectory(source));
    }
    Fd target = openDirectory(path);
    try {
      return new TargetDirectory(target, target.status(), false);
    } catch (SyscallException e) {
      target.close();
      throw e;
    }
  }

  /** What cp says where that can't be created which the item would have become. */
  private String cannotCreate(CopyItem item) throws IOException {
    TreeOptions options = session.options().tree();
    int flags = options.dereference().follows(true) ? 0 : Open.AT_SYMLINK_NO_FOLLOW;
    BytePath source = item.source();
    FileStatus status;
    try {
      status = syscalls.statx(Open.AT_CWD, source, flags);
    } catch (SyscallException e) {
      throw CopyFailure.of(source, "cannot stat " + source.quoted(), e);
    }
    if (status.isDirectory()) {
      if (!options.recursive()) {
        throw DirectoryCopy.omitted(source);
      }
      return CannotCreate.directory(item.target());
    }
    return CannotCreate.of(CopyForm.of(status, options), status, item);
  }

  private Fd openDirectory(BytePath path) throws SyscallException {
    return session.relief().open(syscalls, Open.AT_CWD, path, Open.PATH | Open.DIRECTORY);
  }

  void close() {
    if (last != null) {
      last.release(session);
      last = null;
    }
  }
}
