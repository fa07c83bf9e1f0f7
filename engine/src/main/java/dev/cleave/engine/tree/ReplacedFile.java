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
import org.jspecify.annotations.Nullable;

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
  private static final BytePath CAPABILITY = BytePath.of("security.capability");

  private final Fd fd;
  private final FileStatus status;
  private final Map<BytePath, byte[]> attributes;

  private ReplacedFile(Fd fd, FileStatus status, Map<BytePath, byte[]> attributes) {
    this.fd = fd;
    this.status = status;
    this.attributes = attributes;
  }

  /**
   * Looks at the file that has the name now.
   *
   * @throws SyscallException also if an attribute can't be read
   */
  static ReplacedFile open(TargetName target) throws SyscallException {
    Syscalls syscalls = target.directory().syscalls();
    int flags = Open.PATH | Open.NO_FOLLOW; // needs no permission for the file itself
    Fd fd = Fd.open(syscalls, target.directory().number(), target.entry(), flags, 0);
    try {
      return new ReplacedFile(fd, fd.status(), attributes(new Inode.Held(fd)));
    } catch (SyscallException e) {
      fd.close();
      throw e;
    }
  }

  private static Map<BytePath, byte[]> attributes(Inode file) throws SyscallException {
    Map<BytePath, byte[]> attributes = new LinkedHashMap<>();
    try {
      for (BytePath name : file.attributes()) {
        if (!name.equals(CAPABILITY)) {
          attributes.put(name, file.attribute(name));
        }
      }
    } catch (SyscallException e) {
      if (!e.is(Errno.EOPNOTSUPP)) {
        throw e;
      }
    }
    return attributes;
  }

  FileStatus status() {
    return status;
  }

  /**
   * Gives the pending file the owner; false if that isn't allowed.
   *
   * @param made the pending file, as it was created
   */
  boolean passOwner(Fd pending, FileStatus made) {
    if (made.owner() == status.owner() && made.group() == status.group()) {
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
        if (!attribute.getKey().equals(AccessLists.ACCESS)) {
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
    boolean special = (mode & Permissions.SPECIAL) != 0;
    return special && fd.syscalls().geteuid() != 0 ? Permissions.afterChange(mode) : mode;
  }

  /** The ACL, which agrees with {@link #mode}; null if it has none. */
  byte @Nullable [] accessList() {
    return attributes.get(AccessLists.ACCESS);
  }

  @Override
  public void close() throws SyscallException {
    fd.close();
  }
}
