package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import java.util.List;

/**
 * The root of a tree, below which files are opened by paths of any length. No symbolic link is
 * followed on the way, whoever puts one there at whatever moment, so nothing outside is reached.
 *
 * <p>Any thread may call any method, as long as the root's descriptor is open; the owner of that
 * closes it.
 */
final class TreeRoot {
  private static final int LONGEST_PATH = 4095; // PATH_MAX of linux/limits.h without the NUL
  private static final int DIRECTORY_ON_THE_WAY = Open.PATH | Open.DIRECTORY | Open.NO_FOLLOW;
  private static final long CONFINED =
      Open.RESOLVE_BENEATH | Open.RESOLVE_NO_SYMLINKS | Open.RESOLVE_NO_MAGIC_LINKS;
  private static final BytePath PARENT = BytePath.of("..");

  private final Fd root;
  private final Syscalls syscalls;
  private volatile boolean kernelConfines = true; // until it says that it can't

  /** One call that opens a piece of a path. */
  private interface Step {
    int open(int directory, BytePath piece, int flags) throws SyscallException;
  }

  /**
   * @param root an open directory
   */
  TreeRoot(Fd root) {
    this.root = root;
    this.syscalls = root.syscalls();
  }

  /**
   * Opens what is there under the path; an empty one is the root itself. The caller closes it.
   *
   * @param flags as of openat(2), nothing that creates; {@link Open#NO_FOLLOW} is added. Only with
   *     {@link Open#PATH} and without {@link Open#DIRECTORY} the path may end in a symbolic link,
   *     which itself is opened then
   * @throws SyscallException ELOOP or ENOTDIR if a symbolic link is in the way
   * @throws IllegalArgumentException if the path is absolute or has a {@code ..}
   */
  Fd open(BytePath path, int flags) throws SyscallException {
    if (path.isAbsolute() || PathPieces.components(path).contains(PARENT)) {
      throw new IllegalArgumentException("not a path below a root: " + path.quoted());
    }
    return walk(
        root, PathPieces.atMost(LONGEST_PATH, path), flags | Open.NO_FOLLOW, this::openPiece);
  }

  /**
   * Gives the copy one more name.
   *
   * @throws SyscallException ESTALE if its path leads to another file by now, EEXIST if the name is
   *     taken
   */
  void linkAs(FirstCopy copy, Fd directory, BytePath entry) throws SyscallException {
    try (Fd fd = open(copy.path(), Open.PATH)) {
      if (!FileId.of(fd.status()).equals(copy.file())) {
        throw new SyscallException("linkat", Errno.ESTALE);
      }
      int flags = Open.AT_SYMLINK_FOLLOW;
      syscalls.linkat(Open.AT_CWD, fd.procPath(), directory.number(), entry, flags);
    }
  }

  private static Fd walk(Fd from, List<BytePath> pieces, int flags, Step step)
      throws SyscallException {
    Fd at = from;
    try {
      for (BytePath piece : pieces.subList(0, pieces.size() - 1)) {
        Fd next = new Fd(from.syscalls(), step.open(at.number(), piece, DIRECTORY_ON_THE_WAY));
        closeUnlessSame(at, from);
        at = next;
      }
      return new Fd(from.syscalls(), step.open(at.number(), pieces.getLast(), flags));
    } finally {
      closeUnlessSame(at, from);
    }
  }

  private static void closeUnlessSame(Fd fd, Fd kept) throws SyscallException {
    if (fd != kept) {
      fd.close();
    }
  }

  /** Opens a piece that is short enough for the kernel. */
  private int openPiece(int directory, BytePath piece, int flags) throws SyscallException {
    if (kernelConfines) {
      try {
        return syscalls.openat2(directory, piece, flags, CONFINED);
      } catch (SyscallException e) {
        // EPERM: what sandboxes answer to calls that they don't know
        if (!e.is(Errno.ENOSYS, Errno.EPERM)) {
          throw e;
        }
        kernelConfines = false;
      }
    }
    return openByComponents(directory, piece, flags);
  }

  /** With O_NOFOLLOW at every single component. */
  private int openByComponents(int directory, BytePath piece, int flags) throws SyscallException {
    Fd from = new Fd(syscalls, directory); // never closed: it is the caller's
    Step step = (at, component, itsFlags) -> syscalls.openat(at, component, itsFlags, 0);
    return walk(from, PathPieces.components(piece), flags, step).number();
  }
}
