package dev.cleave.engine.backend;

import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import java.util.Map;

/**
 * Sharing blocks instead of copying them: no backend, since no byte moves and nothing is measured
 * by it, but what is tried before any.
 */
public final class Reflink {
  /**
   * File systems whose other side may share blocks by copy_file_range without this side having
   * FICLONE (linux/magic.h).
   */
  private static final Map<Long, String> REMOTE =
      Map.of(0x6969L, "nfs", 0x65735546L, "fuse", 0xfe534d42L, "smb", 0xff534d42L, "cifs");

  private Reflink() {}

  /**
   * Makes the target share all blocks of the source, by FICLONE, else by FICLONERANGE over what the
   * source had when it was opened.
   *
   * @param bytes size of the source when it was opened; what it has grown by since is cut off
   * @throws SyscallException if the file system can't, or not between these two; the target may
   *     then have any content
   */
  public static void share(FilePair files, long bytes) throws SyscallException {
    Syscalls syscalls = files.target().syscalls();
    int target = files.target().number();
    int source = files.source().number();
    try {
      syscalls.ficlone(target, source);
    } catch (SyscallException e) {
      if (!e.is(Errno.EINVAL)) {
        throw e;
      }
      syscalls.ficloneRange(target, source, 0, bytes);
    }
    if (files.target().status().size() > bytes) {
      syscalls.ftruncate(target, bytes);
    }
  }

  /** Whether such an error only says that blocks can't be shared here; the list is cp's. */
  public static boolean isUnavailable(SyscallException e) {
    return e.is(
        Errno.EOPNOTSUPP,
        Errno.ENOTTY,
        Errno.ENOSYS,
        Errno.EINVAL,
        Errno.EXDEV,
        Errno.EBADF,
        Errno.ETXTBSY,
        Errno.EPERM,
        Errno.EACCES);
  }

  /**
   * Why copy_file_range might share blocks between these files; empty if it can't.
   *
   * <p>Asked by FICLONERANGE with offset and length 1: who can share says EINVAL, since that is no
   * multiple of a block, and touches nothing; ext4, tmpfs and xfs without reflink say EOPNOTSUPP
   * (do_clone_file_range and generic_remap_checks in fs/remap_range.c), files of two file systems
   * EXDEV. So the answer is this file system's own, whatever its name is; only where another
   * machine or process decides, the name has to do.
   */
  static String danger(FilePair files) {
    Syscalls syscalls = files.target().syscalls();
    try {
      String remote = REMOTE.get(syscalls.fstatfs(files.target().number()));
      if (remote != null) {
        return "a server may do so on " + remote;
      }
      syscalls.ficloneRange(files.target().number(), files.source().number(), 1, 1);
      return "the file system can";
    } catch (SyscallException e) {
      return e.is(Errno.EOPNOTSUPP, Errno.ENOTTY, Errno.ENOSYS, Errno.EXDEV)
          ? ""
          : "the file system can";
    }
  }
}
