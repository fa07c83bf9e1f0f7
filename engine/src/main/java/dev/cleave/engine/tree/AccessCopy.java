package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.options.PreserveOptions;
import dev.cleave.engine.tree.PreserveFailures.Kind;
import java.util.List;

/** Passes on all that decides who may do what: owner, extended attributes, mode with its lists. */
record AccessCopy(
    PreserveOptions preserve,
    OwnerCopy owners,
    AttributeCopy attributes,
    ModeCopy modes,
    PreserveFailures failures) {

  /**
   * Goes up to the first failure after which cp does nothing more.
   *
   * @return whether the target's mode is settled with that
   */
  boolean pass(MetadataSource source, MetadataTarget target, boolean isFile) {
    OwnerCopy.Result owner =
        preserve.ownership() ? owners.pass(source, target) : OwnerCopy.Result.OWNED;
    if (owner == OwnerCopy.Result.FAILED) {
      return false;
    }
    List<BytePath> names = preserve.xattr() || preserve.mode() ? attributeNames(source) : List.of();
    boolean complete = !preserve.xattr() || attributes.pass(source, names, target);
    if (!complete && preserve.xattrRequired() && !isFile) {
      return false;
    }
    if (target.inode() instanceof Inode.Link) {
      return true; // a symbolic link has no mode
    }
    if (preserve.mode()) {
      modes.pass(source, names, target, owner == OwnerCopy.Result.OWNED);
    } else if (target.isNew()) {
      modes.finishNew(source, target, isFile);
    }
    return preserve.mode() || target.isNew();
  }

  /** Gives a target that takes another's place the mode and list that would have kept. */
  void keep(MetadataTarget target) throws SyscallException {
    modes.keep(target);
  }

  /** The access control lists are among them; none where the file system knows none. */
  private List<BytePath> attributeNames(MetadataSource source) {
    try {
      return source.inode().attributes();
    } catch (SyscallException e) {
      if (!e.is(Errno.EOPNOTSUPP, Errno.ENOSYS)) {
        cannotList(source, e);
      }
      return List.of();
    }
  }

  private void cannotList(MetadataSource source, SyscallException e) {
    if (preserve.xattr()) {
      attributes.cannotList(source, e);
    }
    if (preserve.mode()) {
      String doing = source.shown().quoted();
      failures.report(Kind.PERMISSIONS, source.shown(), doing, e, preserve.required());
    }
  }
}
