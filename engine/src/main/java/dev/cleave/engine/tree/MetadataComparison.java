package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.options.PreserveOptions;
import java.util.Arrays;
import java.util.List;

/** Whether a finished copy lacks anything of what its source has and is to be preserved. */
record MetadataComparison(PreserveOptions preserve) {
  /**
   * Compares all but the time of access, which the first copy may have changed by reading.
   *
   * @throws SyscallException if attributes can't be read
   */
  boolean differs(Inode source, FileStatus is, Inode target, FileStatus copy)
      throws SyscallException {
    boolean sameMode = !preserve.mode() || is.isSymlink() || is.permissions() == copy.permissions();
    boolean sameOwner =
        !preserve.ownership() || (is.owner() == copy.owner() && is.group() == copy.group());
    boolean sameTime = !preserve.timestamps() || is.modified().equals(copy.modified());
    return !sameMode || !sameOwner || !sameTime || attributesDiffer(source, target);
  }

  private boolean attributesDiffer(Inode source, Inode target) throws SyscallException {
    if (!preserve.mode() && !preserve.xattr()) {
      return false;
    }
    List<BytePath> ours = namesOf(source);
    List<BytePath> theirs = namesOf(target);
    if (!ours.equals(theirs) && !theirs.containsAll(ours)) {
      return true;
    }
    for (BytePath name : ours) {
      if (!Arrays.equals(source.attribute(name), target.attribute(name))) {
        return true;
      }
    }
    // other attributes may stay, as cp has it, but what gives others access may not
    return theirs.contains(AccessLists.ACCESS) && !ours.contains(AccessLists.ACCESS);
  }

  /** Those that are preserved. */
  private List<BytePath> namesOf(Inode inode) throws SyscallException {
    try {
      return inode.attributes().stream().filter(this::isPreserved).toList();
    } catch (SyscallException e) {
      if (e.is(Errno.EOPNOTSUPP, Errno.ENOSYS)) {
        return List.of();
      }
      throw e;
    }
  }

  private boolean isPreserved(BytePath name) {
    return name.equals(AccessLists.ACCESS)
        ? preserve.mode()
        : preserve.xattr() && !AttributeCopy.isLeftOut(name);
  }
}
