package dev.cleave.engine.backend;

import dev.cleave.engine.ByteRange;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.linux.DirectAlignment;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;

/**
 * The two files of a pair, opened once more with O_DIRECT. Needs a kernel that says what a file's
 * alignment is (STATX_DIOALIGN, Linux 6.1), since guessing wrong costs an error in the middle of
 * the copy.
 *
 * <p>Buffered and direct requests must never share a page, for that loses writes (open(2), NOTES).
 */
record DirectFiles(Fd source, Fd target) implements AutoCloseable {
  /** A page, and a multiple of every alignment that {@link #support} accepts. */
  static final long UNIT_BYTES = 4 * ByteSize.KIB;

  static Support support(FilePair files) {
    Support source = support(files.source(), "the source");
    return source.isSupported() ? support(files.target(), "the target") : source;
  }

  private static Support support(Fd fd, String which) {
    DirectAlignment alignment;
    try {
      alignment = fd.syscalls().directAlignment(fd.number());
    } catch (SyscallException e) {
      return Support.no(String.valueOf(e.getMessage()));
    }
    if (alignment == null) {
      return Support.no("the kernel doesn't say how O_DIRECT is aligned on " + which);
    }
    if (!alignment.isPossible()) {
      return Support.no("its file system has no O_DIRECT for " + which);
    }
    return UNIT_BYTES % alignment.memoryBytes() == 0 && UNIT_BYTES % alignment.offsetBytes() == 0
        ? Support.yes()
        : Support.no("O_DIRECT on " + which + " needs an alignment above 4KiB");
  }

  static DirectFiles open(FilePair files) throws SyscallException {
    Fd source = reopen(files.source(), Open.READ_ONLY, "the source");
    try {
      return new DirectFiles(source, reopen(files.target(), Open.WRITE_ONLY, "the target"));
    } catch (SyscallException e) {
      source.close();
      throw e;
    }
  }

  private static Fd reopen(Fd fd, int access, String which) throws SyscallException {
    try {
      return Fd.open(fd.syscalls(), Open.AT_CWD, fd.procPath(), access | Open.DIRECT, 0);
    } catch (SyscallException e) {
      throw new SyscallException("O_DIRECT open of " + which, e.errno());
    }
  }

  /** The pages that lie wholly in the range; empty, at its end, if there are none. */
  static ByteRange wholePages(ByteRange range) {
    long start = (range.offset() + UNIT_BYTES - 1) / UNIT_BYTES * UNIT_BYTES;
    long end = range.end() / UNIT_BYTES * UNIT_BYTES;
    return start < end ? new ByteRange(start, end - start) : new ByteRange(range.end(), 0);
  }

  /** EINVAL is how a file system refuses a request that O_DIRECT can't serve. */
  static boolean isRefusal(Errno error) {
    return error.equals(Errno.EINVAL) || error.equals(Errno.EOPNOTSUPP);
  }

  @Override
  public void close() throws SyscallException {
    try (source) {
      target.close();
    }
  }
}
