package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.CopyError;
import dev.cleave.engine.CopyItem;
import dev.cleave.engine.CopyOutcome;
import dev.cleave.engine.CopyRequest;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Copies the items of a request, whatever they are. Directories are held by descriptor, so that a
 * swapped symbolic link can't redirect the walk. What can't be copied is reported, the rest goes
 * on.
 */
public final class TreeCopy {
  private final CopySession session;
  private final Syscalls syscalls;
  private final MetadataCopy metadata;
  private final FileCopy fileCopy;
  private final List<CopyError> errors = new ArrayList<>();

  private TreeCopy(CopySession session, MetadataCopy metadata) {
    this.session = session;
    this.syscalls = session.syscalls();
    this.metadata = metadata;
    this.fileCopy = new FileCopy(session, metadata);
  }

  /**
   * Copies everything the request asks for.
   *
   * @throws java.util.concurrent.CancellationException if it was cancelled; nothing half-written is
   *     left
   */
  public static CopyOutcome copy(CopyRequest request, Syscalls syscalls) throws IOException {
    return copy(request, syscalls, BandwidthLimit.Clock.SYSTEM);
  }

  static CopyOutcome copy(CopyRequest request, Syscalls syscalls, BandwidthLimit.Clock clock)
      throws IOException {
    long start = System.nanoTime();
    try (CopySession session = new CopySession(request, syscalls, clock)) {
      PreserveFailures failures = new PreserveFailures(session);
      MetadataCopy metadata = new MetadataCopy(request.options(), currentUmask(syscalls), failures);
      TreeCopy copy = new TreeCopy(session, metadata);
      for (CopyItem item : request.items()) {
        copy.copyItem(item);
      }
      failures.tellCounts();
      copy.errors.addAll(failures.errors());
      long elapsed = System.nanoTime() - start;
      return new CopyOutcome(
          session.files(),
          session.bytes(),
          elapsed,
          request.options().data().sync().isDurable() ? elapsed : null,
          session.plansUsed(),
          copy.errors,
          session.warnings());
    }
  }

  /** The kernel only tells it when it is set. */
  private static int currentUmask(Syscalls syscalls) throws SyscallException {
    int umask = syscalls.umask(077);
    syscalls.umask(umask);
    return umask;
  }

  private void copyItem(CopyItem item) {
    try (Fd workingDirectory = openDirectory(Open.AT_CWD, BytePath.WORKING_DIRECTORY)) {
      BytePath path = followed(item.target());
      try (Fd targetParent = openTargetParent(path, item.target())) {
        TargetName target = new TargetName(targetParent, path.fileName(), item.target());
        copyEntry(workingDirectory, item.source(), item.source(), target, true);
      }
    } catch (IOException e) {
      failed(item.source(), e);
    }
  }

  private Fd openTargetParent(BytePath path, BytePath shown) throws CopyFailure {
    try {
      return openDirectory(Open.AT_CWD, path.parent());
    } catch (SyscallException e) {
      throw CopyFailure.of(shown, "cannot create " + shown.quoted(), e);
    }
  }

  private Fd openDirectory(int directory, BytePath path) throws SyscallException {
    return Fd.open(syscalls, directory, path, Open.PATH | Open.DIRECTORY, 0);
  }

  /** The target itself or, if it is a symbolic link to something, what it points to. */
  private BytePath followed(BytePath target) throws IOException {
    if (!isSymlink(target)) {
      return target;
    }
    try (Fd pointed = Fd.open(syscalls, Open.AT_CWD, target, Open.PATH, 0)) {
      return syscalls.readlinkat(Open.AT_CWD, pointed.procPath());
    } catch (SyscallException e) {
      if (e.is(Errno.ENOENT)) {
        throw CopyFailure.refused(
            target, "not writing through dangling symlink " + target.quoted());
      }
      throw CopyFailure.of(target, "cannot stat " + target.quoted(), e);
    }
  }

  private boolean isSymlink(BytePath target) {
    try {
      return syscalls.statx(Open.AT_CWD, target, Open.AT_SYMLINK_NO_FOLLOW).isSymlink();
    } catch (SyscallException absent) {
      return false; // whatever is wrong shows when the target is made
    }
  }

  /**
   * Copies one entry of a directory.
   *
   * @param named whether the user named it, rather than the walk having found it
   */
  private void copyEntry(
      Fd directory, BytePath entry, BytePath shown, TargetName target, boolean named)
      throws IOException {
    session.cancellation().check();
    boolean follow = named && !session.options().tree().recursive();
    FileStatus status = stat(directory, entry, shown, follow);
    if (status.isDirectory()) {
      copyDirectory(directory, entry, shown, target, status);
    } else if (status.isSymlink()) {
      copySymlink(directory, entry, shown, target, status);
    } else if (status.isRegular() || (named && follow)) {
      int flags = follow ? 0 : Open.NO_FOLLOW;
      try (SourceFile source = SourceFile.open(syscalls, directory.number(), entry, shown, flags)) {
        fileCopy.copy(source, target);
      }
    } else {
      throw CopyFailure.refused(
          shown, "cannot copy " + shown.quoted() + ": it is a " + status.type());
    }
  }

  private FileStatus stat(Fd directory, BytePath entry, BytePath shown, boolean follow)
      throws CopyFailure {
    try {
      return syscalls.statx(directory.number(), entry, follow ? 0 : Open.AT_SYMLINK_NO_FOLLOW);
    } catch (SyscallException e) {
      throw CopyFailure.of(shown, "cannot stat " + shown.quoted(), e);
    }
  }

  private void copyDirectory(
      Fd parent, BytePath entry, BytePath shown, TargetName target, FileStatus status)
      throws IOException {
    if (!session.options().tree().recursive()) {
      throw CopyFailure.refused(shown, "-r not specified; omitting directory " + shown.quoted());
    }
    refuseIntoItself(shown, target, status);
    try (Fd from = openSourceDirectory(parent, entry, shown);
        TargetDirectory to = makeDirectory(target, status);
        DirectoryEntries entries = new DirectoryEntries(from)) {
      for (BytePath name = entries.next(); name != null; name = entries.next()) {
        copyChild(from, name, shown, new TargetName(to.fd(), name, target.shown().resolve(name)));
      }
      metadata.applyToDirectory(from, status, shown, to, target);
    }
    session.copied(new CopyItem(shown, target.shown()), 0);
  }

  private void copyChild(Fd from, BytePath name, BytePath parent, TargetName target) {
    BytePath shown = parent.resolve(name);
    try {
      copyEntry(from, name, shown, target, false);
    } catch (IOException e) {
      failed(shown, e);
    }
  }

  private Fd openSourceDirectory(Fd parent, BytePath entry, BytePath shown) throws CopyFailure {
    try {
      int flags = Open.READ_ONLY | Open.DIRECTORY | Open.NO_FOLLOW;
      return Fd.open(syscalls, parent.number(), entry, flags, 0);
    } catch (SyscallException e) {
      throw CopyFailure.of(shown, "cannot access " + shown.quoted(), e);
    }
  }

  /** Walks up from the target to the root: the source must not be on the way. */
  private void refuseIntoItself(BytePath shown, TargetName target, FileStatus source)
      throws IOException {
    Fd directory = openDirectory(target.directory().number(), BytePath.WORKING_DIRECTORY);
    try {
      FileStatus status = directory.status();
      while (!status.isSameFileAs(source)) {
        Fd parent = openDirectory(directory.number(), BytePath.of(".."));
        directory.close();
        directory = parent;
        FileStatus above = directory.status();
        if (above.isSameFileAs(status)) {
          return;
        }
        status = above;
      }
    } finally {
      directory.close();
    }
    throw CopyFailure.refused(
        shown,
        "cannot copy a directory, " + shown.quoted() + ", into itself, " + target.shown().quoted());
  }

  private TargetDirectory makeDirectory(TargetName target, FileStatus source) throws IOException {
    FileStatus existing = target.status();
    if (existing != null && !existing.isDirectory()) {
      throw CopyFailure.refused(
          target.shown(),
          "cannot overwrite non-directory " + target.shown().quoted() + " with directory");
    }
    int directory = target.directory().number();
    try {
      if (existing == null) {
        syscalls.mkdirat(directory, target.entry(), metadata.creationModeOfDirectory(source));
      }
      Fd fd = openDirectory(directory, target.entry());
      return metadata.openUp(fd, existing == null, target);
    } catch (SyscallException e) {
      throw CopyFailure.of(target.shown(), "cannot create directory " + target.shown().quoted(), e);
    }
  }

  private void copySymlink(
      Fd directory, BytePath entry, BytePath shown, TargetName target, FileStatus status)
      throws IOException {
    @Nullable FileStatus existing = target.status();
    if (existing != null && existing.isDirectory()) {
      throw CopyFailure.refused(
          target.shown(),
          "cannot overwrite directory " + target.shown().quoted() + " with non-directory");
    }
    int to = target.directory().number();
    try {
      BytePath pointsTo = syscalls.readlinkat(directory.number(), entry);
      if (existing != null) {
        syscalls.unlinkat(to, target.entry(), 0);
      }
      syscalls.symlinkat(pointsTo, to, target.entry());
      metadata.applyToSymlink(directory, entry, shown, status, target);
    } catch (SyscallException e) {
      throw CopyFailure.of(
          target.shown(), "cannot create symbolic link " + target.shown().quoted(), e);
    }
    session.copied(new CopyItem(shown, target.shown()), 0);
  }

  private void failed(BytePath path, IOException e) {
    CopyError error = CopyFailure.of(path, e).toError();
    errors.add(error);
    session.listener().failed(error);
  }
}
