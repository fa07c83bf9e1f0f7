package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The file that a pending one takes the place of, held by descriptor. What the new file inherits is
 * what the old one would have kept, had it been written into, as cp does: owner, mode, ACL and
 * extended attributes.
 *
 * <p>Not kept, since the kernel takes it from any file that is written to: {@code
 * security.capability} and, unless root writes, setuid and setgid (checked against cp). They were
 * given to the old content.
 */
final class ReplacedFile implements AutoCloseable {
  private static final BytePath ACCESS_LIST = BytePath.of("system.posix_acl_access");
  private static final BytePath CAPABILITY = BytePath.of("security.capability");
  private static final int SET_USER = 04000;
  private static final int SET_GROUP = 02000;
  private static final int GROUP_EXECUTE = 0010;

  private final Fd fd;
  private final FileStatus status;
  private final Map<BytePath, byte[]> attributes;
  private final boolean writtenByRoot;

  private ReplacedFile(
      Fd fd, FileStatus status, Map<BytePath, byte[]> attributes, boolean writtenByRoot) {
    this.fd = fd;
    this.status = status;
    this.attributes = attributes;
    this.writtenByRoot = writtenByRoot;
  }

  /**
   * Looks at the file that has the name now.
   *
   * @param pending what is to take its place, as it was created
   * @throws SyscallException also if an attribute can't be read
   */
  static ReplacedFile open(TargetName target, Fd pending) throws SyscallException {
    Syscalls syscalls = pending.syscalls();
    int flags = Open.PATH | Open.NO_FOLLOW; // needs no permission for the file itself
    Fd fd = Fd.open(syscalls, target.directory().number(), target.entry(), flags, 0);
    try {
      boolean root = pending.status().owner() == 0;
      return new ReplacedFile(fd, fd.status(), attributes(syscalls, fd.procPath()), root);
    } catch (SyscallException e) {
      fd.close();
      throw e;
    }
  }

  private static Map<BytePath, byte[]> attributes(Syscalls syscalls, BytePath path)
      throws SyscallException {
    Map<BytePath, byte[]> attributes = new LinkedHashMap<>();
    try {
      for (BytePath name : syscalls.listxattr(path)) {
        if (!name.equals(CAPABILITY)) {
          attributes.put(name, syscalls.getxattr(path, name));
        }
      }
    } catch (SyscallException e) {
      if (!e.is(Errno.EOPNOTSUPP)) {
        throw e;
      }
    }
    return attributes;
  }

  /** Gives the pending file the owner; false if that isn't allowed. */
  boolean passOwner(Fd pending) throws SyscallException {
    FileStatus ours = pending.status();
    if (ours.owner() == status.owner() && ours.group() == status.group()) {
      return true;
    }
    try {
      pending.syscalls().fchown(pending.number(), status.owner(), status.group());
      return true;
    } catch (SyscallException notRoot) {
      return false;
    }
  }

  /** Gives the pending file the attributes but for the ACL; false if that isn't allowed. */
  boolean passAttributes(Fd pending) {
    try {
      for (Map.Entry<BytePath, byte[]> attribute : attributes.entrySet()) {
        if (!attribute.getKey().equals(ACCESS_LIST)) {
          pending.syscalls().fsetxattr(pending.number(), attribute.getKey(), attribute.getValue());
        }
      }
      return true;
    } catch (SyscallException notAllowed) {
      return false;
    }
  }

  /** The permissions it would have after being written into. */
  int mode() {
    int mode = status.permissions();
    if (writtenByRoot) {
      return mode;
    }
    int lost = (mode & GROUP_EXECUTE) == 0 ? SET_USER : SET_USER | SET_GROUP;
    return mode & ~lost;
  }

  /** Takes away the ACL that the pending file has from its directory; before the mode is set. */
  void dropInheritedAccess(Fd pending) throws SyscallException {
    try {
      pending.syscalls().fremovexattr(pending.number(), ACCESS_LIST);
    } catch (SyscallException e) {
      if (!e.is(Errno.ENODATA, Errno.EOPNOTSUPP)) {
        throw e;
      }
    }
  }

  /** Gives the pending file the ACL, which agrees with {@link #mode}; after the mode is set. */
  void passAccess(Fd pending) throws SyscallException {
    byte[] list = attributes.get(ACCESS_LIST);
    if (list != null) {
      pending.syscalls().fsetxattr(pending.number(), ACCESS_LIST, list);
    }
  }

  @Override
  public void close() throws SyscallException {
    fd.close();
  }
}
