package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.options.FileContent;
import dev.cleave.engine.options.PreserveOptions;
import dev.cleave.engine.tree.PreserveFailures.Kind;
import java.io.IOException;

/**
 * Gives copies the metadata they shall have, as GNU cp 9.1 does: after the data owner, extended
 * attributes (chown erases security.capability), mode with access control lists, and times. What
 * can't be preserved is reported, and the copy stays. Threads share it.
 */
final class MetadataCopy {
  private final PreserveOptions preserve;
  private final Permissions permissions;
  private final PreserveFailures failures;
  private final AccessCopy access;
  private final boolean reopensDirectories;

  /**
   * @param user whose files those are that we make
   */
  MetadataCopy(CopyOptions options, int umask, int user, PreserveFailures failures) {
    this.preserve = options.preserve();
    this.permissions = new Permissions(preserve, umask, user);
    this.failures = failures;
    this.reopensDirectories = options.data().resume() && preserve.mode();
    boolean onlyAttributes = options.tree().content() == FileContent.ATTRIBUTES_ONLY;
    boolean reportsAttributes = preserve.xattrRequired() || onlyAttributes;
    this.access =
        new AccessCopy(
            preserve,
            new OwnerCopy(preserve, failures),
            new AttributeCopy(preserve, reportsAttributes, failures),
            new ModeCopy(preserve, permissions, new AccessLists(), failures),
            failures);
  }

  /** Whether no permission keeps us from opening what we make. */
  boolean isRoot() {
    return permissions.user() == 0;
  }

  /** The permissions to create a file with: what the umask and default lists leave of them. */
  int creationModeOfFile(FileStatus source) {
    return permissions.creatingFile(source);
  }

  /** The same of a file that nobody but us can open before it has its name. */
  int creationModeOfUnnamedFile(FileStatus source) {
    return permissions.creatingUnnamedFile(source);
  }

  /** The same for directories. */
  int creationModeOfDirectory(FileStatus source) {
    return permissions.creatingDirectory(source);
  }

  /**
   * Takes the descriptor of a target directory over and, if it is new, lets us make entries in it
   * whatever its mode; also if it was finished by an earlier copy that this one resumes. {@link
   * #applyToDirectory} takes that back.
   */
  TargetDirectory openUp(Fd fd, boolean isNew, BytePath shown) throws IOException {
    String doing = "cannot stat ";
    try {
      FileStatus status = fd.status();
      if (isNew && (status.permissions() & Permissions.OWNER_ALL) != Permissions.OWNER_ALL) {
        doing = "setting permissions for ";
        new Inode.Held(fd).chmod(status.permissions() | Permissions.OWNER_ALL);
      }
      return new TargetDirectory(fd, isNew ? status : reopened(fd, status), isNew);
    } catch (SyscallException e) {
      try (fd) {
        throw CopyFailure.of(shown, doing + shown.quoted(), e);
      }
    }
  }

  private FileStatus reopened(Fd fd, FileStatus status) throws SyscallException {
    int missing = Permissions.OWNER_ALL & ~status.permissions();
    if (!reopensDirectories || missing == 0) {
      return status;
    }
    try {
      new Inode.Held(fd).chmod(status.permissions() | Permissions.OWNER_ALL);
    } catch (SyscallException notOurs) {
      return status;
    }
    return fd.status();
  }

  /** For a new file, before it gets its name. */
  void applyToNewFile(SourceFile source, Fd made, TargetName target) throws CopyFailure {
    int missing = Permissions.OWNER_READ_WRITE & ~source.status().permissions();
    if (missing == 0 && !preservesAny() && !preserve.plainMode()) {
      return; // the kernel has made it as it shall be
    }
    applyToOpened(source, made, target, true);
  }

  /** For a new file that was made for its owner alone, before it gets its name. */
  void applyToPrivateFile(SourceFile source, Fd made, TargetName target) throws CopyFailure {
    try {
      made.syscalls().fchmod(made.number(), permissions.created(source.status()));
    } catch (SyscallException e) {
      throw CopyFailure.of(target.shown(), "setting permissions for " + target.shown().quoted(), e);
    }
    applyToNewFile(source, made, target);
  }

  /** For a file that was written in place. */
  void applyInPlace(SourceFile source, Fd written, TargetName target) throws CopyFailure {
    if (preservesAny()) {
      applyToOpened(source, written, target, false);
    }
  }

  /** For a file that an earlier copy has finished. */
  void applyToFinished(MetadataSource source, Fd held, FileStatus status, TargetName target) {
    Inode inode = new Inode.Held(held);
    apply(source, MetadataTarget.of(inode, target, status, status.permissions(), false), true);
  }

  private void applyToOpened(SourceFile source, Fd fd, TargetName target, boolean isNew)
      throws CopyFailure {
    try {
      FileStatus status = fd.status();
      apply(
          MetadataSource.of(source),
          MetadataTarget.of(new Inode.Opened(fd), target, status, status.permissions(), isNew),
          true);
    } catch (SyscallException e) {
      throw CopyFailure.of(target.shown(), "cannot fstat " + target.shown().quoted(), e);
    }
  }

  /**
   * For a file that takes the place of another, of which it has owner and attributes already.
   *
   * @param made what the pending file was when it was created
   * @throws SyscallException if it can't get what the other would have kept
   */
  void applyToReplacing(
      SourceFile source, Fd pending, FileStatus made, TargetName target, ReplacedFile replaced)
      throws SyscallException {
    MetadataTarget copy = MetadataTarget.replacing(pending, target, made, replaced);
    if (!apply(MetadataSource.of(source), copy, true)) {
      access.keep(copy);
    }
  }

  /** For a directory, once all its entries are there. */
  void applyToDirectory(MetadataSource source, TargetDirectory to, BytePath shown) {
    apply(source, MetadataTarget.directory(to, shown), false);
  }

  /** For a new symbolic link. */
  void applyToSymlink(SourceName source, FileStatus status, TargetName target) {
    Inode link = new Inode.Link(source.directory(), source.entry());
    apply(new MetadataSource(link, status, source.shown()), MetadataTarget.link(target), false);
  }

  /** For a new pipe, socket or device. */
  void applyToSpecialFile(SourceName source, FileStatus status, TargetName target)
      throws SyscallException {
    if (!preservesAny() && !preserve.plainMode()) {
      return;
    }
    int flags = Open.PATH | Open.NO_FOLLOW;
    Fd directory = target.directory();
    try (Fd made = Fd.open(directory.syscalls(), directory.number(), target.entry(), flags, 0)) {
      FileStatus now = made.status();
      Inode from = new Inode.Link(source.directory(), source.entry());
      apply(
          new MetadataSource(from, status, source.shown()),
          MetadataTarget.of(new Inode.Held(made), target, now, now.permissions(), true),
          false);
    }
  }

  /** Returns whether the target's mode is settled with that. */
  private boolean apply(MetadataSource source, MetadataTarget target, boolean isFile) {
    if (!target.isNew()) { // whoever may not set the times of such a file may set nothing
      return passTimes(source, target) && access.pass(source, target, isFile);
    }
    boolean settled = access.pass(source, target, isFile);
    passTimes(source, target);
    return settled;
  }

  private boolean passTimes(MetadataSource source, MetadataTarget target) {
    if (!preserve.timestamps()) {
      return true;
    }
    try {
      target.inode().setTimes(source.status().accessed(), source.status().modified());
      return true;
    } catch (SyscallException e) {
      String doing = "preserving times for " + target.shown().quoted();
      failures.report(Kind.TIMES, target.shown(), doing, e, preserve.required());
      return !preserve.required();
    }
  }

  private boolean preservesAny() {
    return preserve.mode() || preserve.ownership() || preserve.timestamps() || preserve.xattr();
  }
}
