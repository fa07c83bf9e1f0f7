package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.SyscallException;
import org.jspecify.annotations.Nullable;

/**
 * What metadata is given to, and what of it is known to be right already, so that nothing is set
 * twice. One thread at a time uses it.
 */
final class MetadataTarget {
  /** What there was under its name before. */
  enum Standing {
    NEW,
    /** A file that it takes the place of, which shall look as if it had been written into. */
    REPLACING,
    /** The same file. */
    IN_PLACE
  }

  private final Inode inode;
  private final TargetDirectory directory;
  private final BytePath shown;
  private final Standing standing;
  private final @Nullable FileStatus before;
  private final byte @Nullable [] keptAccessList;
  private int permissions;
  private int keptPermissions;

  private MetadataTarget(
      Inode inode,
      TargetDirectory directory,
      BytePath shown,
      Standing standing,
      @Nullable FileStatus before,
      int permissions,
      int keptPermissions,
      byte @Nullable [] keptAccessList) {
    this.inode = inode;
    this.directory = directory;
    this.shown = shown;
    this.standing = standing;
    this.before = before;
    this.permissions = permissions;
    this.keptPermissions = keptPermissions;
    this.keptAccessList = keptAccessList;
  }

  /**
   * A file that is new, or written in place.
   *
   * @param status what it was when it was created or opened
   * @param now the permissions it has by now
   */
  static MetadataTarget of(
      Inode inode, TargetName name, FileStatus status, int now, boolean isNew) {
    return of(inode, name.parent(), name.shown(), status, now, isNew);
  }

  /**
   * A directory, which is asked itself what it has inherited: the one it is in may be closed by
   * now.
   */
  static MetadataTarget directory(TargetDirectory to, BytePath shown) {
    int now = to.before().permissions() | (to.isNew() ? Permissions.OWNER_ALL : 0);
    return of(new Inode.Held(to.fd()), to, shown, to.before(), now, to.isNew());
  }

  private static MetadataTarget of(
      Inode inode,
      TargetDirectory directory,
      BytePath shown,
      FileStatus status,
      int now,
      boolean isNew) {
    Standing standing = isNew ? Standing.NEW : Standing.IN_PLACE;
    int kept = status.permissions();
    return new MetadataTarget(inode, directory, shown, standing, status, now, kept, null);
  }

  /**
   * A file that is to take the place of another, whose owner it has already.
   *
   * @param status of the pending file, as it was made
   */
  static MetadataTarget replacing(
      Fd pending, TargetName name, FileStatus status, ReplacedFile replaced) {
    return new MetadataTarget(
        new Inode.Opened(pending),
        name.parent(),
        name.shown(),
        Standing.REPLACING,
        replaced.status(),
        status.permissions(),
        replaced.mode(),
        replaced.accessList());
  }

  /** A symbolic link that was just made. */
  static MetadataTarget link(TargetName name) {
    Inode link = new Inode.Link(name.directory(), name.entry());
    return new MetadataTarget(link, name.parent(), name.shown(), Standing.NEW, null, 0, 0, null);
  }

  Inode inode() {
    return inode;
  }

  BytePath shown() {
    return shown;
  }

  /** The one whose default list it has inherited, if it is new. */
  TargetDirectory directory() {
    return directory;
  }

  Standing standing() {
    return standing;
  }

  boolean isNew() {
    return standing == Standing.NEW;
  }

  boolean isDirectory() {
    return before != null && before.isDirectory();
  }

  /** The permissions it has at this moment. */
  int permissions() {
    return permissions;
  }

  /**
   * Those it would have at this moment had it only been created or, if it takes another's place,
   * had that been written to.
   */
  int keptPermissions() {
    return standing == Standing.IN_PLACE ? permissions : keptPermissions;
  }

  /** The access control list that goes with {@link #keptPermissions}; null if none does. */
  byte @Nullable [] keptAccessList() {
    return keptAccessList;
  }

  /** Whether it has the source's owner and group already, as far as is known. */
  boolean isOwnedBy(FileStatus source) {
    return before != null && before.owner() == source.owner() && before.group() == source.group();
  }

  void chown(int newOwner, int newGroup) throws SyscallException {
    inode.chown(newOwner, newGroup);
    if (!isDirectory()) {
      permissions = Permissions.afterChange(permissions);
      keptPermissions = Permissions.afterChange(keptPermissions);
    }
  }

  void chmod(int newPermissions) throws SyscallException {
    if (newPermissions != permissions) {
      chmodAnyway(newPermissions);
    }
  }

  /** Even if it has them: the kernel takes setgid from those who aren't of the group. */
  void chmodAnyway(int newPermissions) throws SyscallException {
    inode.chmod(newPermissions);
    permissions = newPermissions;
  }

  /** Closes it to all but its owner, who gets no more than both its old and new mode allow. */
  void restrictTo(int newPermissions) throws SyscallException {
    int common = newPermissions & Permissions.OWNER_ALL;
    if (standing == Standing.REPLACING) { // nobody can open that one, only its look counts
      keptPermissions &= Permissions.SPECIAL | common;
    } else {
      chmod(permissions & (Permissions.SPECIAL | common));
    }
  }

  /** The list brings its own permissions with it. */
  void setAccessList(byte[] list, int newPermissions) throws SyscallException {
    inode.setAttribute(AccessLists.ACCESS, list);
    permissions = newPermissions;
  }
}
