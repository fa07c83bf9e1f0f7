package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.tree.MetadataTarget.Standing;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * POSIX access control lists, which the kernel shows as extended attributes: source acl(5) and
 * linux/posix_acl_xattr.h. Threads share it.
 */
final class AccessLists {
  static final BytePath ACCESS = BytePath.of("system.posix_acl_access");
  static final BytePath DEFAULT = BytePath.of("system.posix_acl_default");

  private static final int VERSION = 2;
  private static final short OWNER = 0x01;
  private static final short GROUP = 0x04;
  private static final short OTHERS = 0x20;
  private static final int NOBODY_NAMED = -1;

  /**
   * Sets mode and list as one, so that the group never gets what the list's mask allows.
   *
   * @param list null if the target shall have none
   */
  void set(MetadataTarget target, int permissions, byte @Nullable [] list) throws SyscallException {
    if (list == null && !mayHaveOne(target)) {
      if ((permissions & Permissions.SPECIAL) == 0) {
        target.chmod(permissions);
      } else {
        target.chmodAnyway(permissions);
      }
      return;
    }
    if (((target.permissions() ^ permissions) & Permissions.SPECIAL) != 0) {
      target.chmod(Permissions.ofOwner(permissions)); // a list can't bring these
    }
    try {
      target.setAccessList(list == null ? trivial(permissions) : list, permissions);
    } catch (SyscallException e) {
      if (!e.is(Errno.EOPNOTSUPP)) {
        throw e;
      }
      target.chmod(permissions);
      if (list != null) {
        throw e;
      }
    }
  }

  /**
   * Sets what the entries of a directory will inherit.
   *
   * @param list null if they shall inherit nothing
   */
  void setDefault(MetadataTarget target, byte @Nullable [] list) throws SyscallException {
    if (list != null) {
      target.inode().setAttribute(DEFAULT, list);
    } else if (mayHaveOne(target) && target.inode() instanceof Inode.Held directory) {
      try {
        directory.removeAttribute(DEFAULT);
      } catch (SyscallException e) {
        if (!e.is(Errno.ENODATA, Errno.EOPNOTSUPP)) {
          throw e;
        }
      }
    }
  }

  private boolean mayHaveOne(MetadataTarget target) {
    return target.standing() == Standing.IN_PLACE || target.directory().passesOnAccessList();
  }

  /** Whether entries of the directory inherit a list. */
  static boolean hasDefault(Fd directory) {
    return exists(new Inode.Held(directory), DEFAULT, Errno.ENODATA);
  }

  /** Whether the file system has such lists at all. */
  static boolean areSupported(Inode inode) {
    return exists(inode, ACCESS, Errno.EOPNOTSUPP);
  }

  private static boolean exists(Inode inode, BytePath list, Errno absent) {
    try {
      inode.attribute(list);
      return true;
    } catch (SyscallException e) {
      return !e.is(absent, Errno.EOPNOTSUPP);
    }
  }

  /** The list that says no more than the mode; the kernel doesn't store it. */
  private static byte[] trivial(int permissions) {
    ByteBuffer list = ByteBuffer.allocate(Integer.BYTES + 3 * 8).order(ByteOrder.LITTLE_ENDIAN);
    list.putInt(VERSION);
    list.putShort(OWNER).putShort((short) (permissions >> 6 & 7)).putInt(NOBODY_NAMED);
    list.putShort(GROUP).putShort((short) (permissions >> 3 & 7)).putInt(NOBODY_NAMED);
    list.putShort(OTHERS).putShort((short) (permissions & 7)).putInt(NOBODY_NAMED);
    return list.array();
  }
}
