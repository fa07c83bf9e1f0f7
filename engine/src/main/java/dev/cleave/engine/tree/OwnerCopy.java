package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.options.PreserveOptions;
import dev.cleave.engine.tree.PreserveFailures.Kind;

/** Gives copies the owner and group of their sources. Threads share it. */
record OwnerCopy(PreserveOptions preserve, PreserveFailures failures) {
  enum Result {
    OWNED,
    /** As it happens to plain users, who can't give files away. */
    NOT_OWNED,
    /** An error after which cp does nothing more for the file. */
    FAILED
  }

  private static final int UNCHANGED = -1;

  /** Does it unless it's so already, and reports what is worth it. */
  Result pass(MetadataSource source, MetadataTarget target) {
    FileStatus status = source.status();
    if (target.isOwnedBy(status)) {
      return Result.OWNED;
    }
    try {
      if (target.isNew()) {
        target.chmod(Permissions.ofOwner(target.permissions())); // until it is who it shall be
      } else if (preserve.mode()) {
        target.restrictTo(source.permissions()); // the old mode may be too much for the new owner
      }
    } catch (SyscallException e) {
      return failed("clearing permissions for ", target, e);
    }
    try {
      target.chown(status.owner(), status.group());
      return Result.OWNED;
    } catch (SyscallException e) {
      if (!e.is(Errno.EPERM, Errno.EINVAL)) {
        return failed("failed to preserve ownership for ", target, e);
      }
      passGroup(target, status.group());
      boolean isRoot = target.inode().syscalls().geteuid() == 0; // who wants to know it
      return isRoot ? failed("failed to preserve ownership for ", target, e) : Result.NOT_OWNED;
    }
  }

  /** Plain users may choose among their groups. */
  private static void passGroup(MetadataTarget target, int group) {
    try {
      target.chown(UNCHANGED, group);
    } catch (SyscallException e) {
      // what matters is that the owner can't be kept, and that is reported
    }
  }

  private Result failed(String doing, MetadataTarget target, SyscallException e) {
    BytePath path = target.shown();
    failures.report(Kind.OWNERSHIP, path, doing + path.quoted(), e, preserve.required());
    return preserve.required() ? Result.FAILED : Result.NOT_OWNED;
  }
}
