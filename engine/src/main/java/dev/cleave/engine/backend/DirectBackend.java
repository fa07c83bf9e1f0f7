package dev.cleave.engine.backend;

import dev.cleave.engine.ByteRange;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.linux.DirectAlignment;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.options.ReflinkMode;
import java.io.IOException;
import java.lang.foreign.MemorySegment;

/**
 * O_DIRECT: device and buffer without the page cache between them. Needs a kernel that says what
 * the file's alignment is (STATX_DIOALIGN, Linux 6.1), since guessing wrong costs an error in the
 * middle of the copy.
 *
 * <p>Whole pages go directly; what is left at either end goes through the page cache. Buffered and
 * direct requests never share a page, for that loses writes (open(2), NOTES).
 */
final class DirectBackend implements CopyBackend {
  /** A page, and a multiple of every alignment that {@link #support} accepts. */
  private static final long UNIT_BYTES = 4 * ByteSize.KIB;

  @Override
  public Support support(FilePair files, CopyPlan plan, ReflinkMode reflink) {
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

  @Override
  public RangeCopier open(FilePair files, CopyPlan plan) throws SyscallException {
    Fd source;
    try {
      source = reopen(files.source(), Open.READ_ONLY);
    } catch (SyscallException e) {
      return new FallbackCopier(files, "O_DIRECT open of the source: " + e.errno().name());
    }
    try {
      return new DirectCopier(files, source, reopen(files.target(), Open.WRITE_ONLY));
    } catch (SyscallException e) {
      source.close();
      return new FallbackCopier(files, "O_DIRECT open of the target: " + e.errno().name());
    }
  }

  private static Fd reopen(Fd fd, int access) throws SyscallException {
    return Fd.open(fd.syscalls(), Open.AT_CWD, fd.procPath(), access | Open.DIRECT, 0);
  }

  private record DirectCopier(FilePair files, Fd source, Fd target) implements RangeCopier {
    @Override
    public void copy(ByteRange range, CopyTask task) throws IOException {
      PositionalTransfer transfer = new PositionalTransfer(files);
      MemorySegment buffer = MemorySegment.ofBuffer(task.buffer(0).clear());
      long offset = range.offset();
      while (offset < range.end()) {
        long length = pieceLength(offset, range.end(), buffer.byteSize());
        long count;
        try {
          count = copyPiece(transfer, buffer.asSlice(0, length), offset);
        } catch (TransferException e) {
          if (isRefusal(e)) {
            fallBack(new ByteRange(offset, range.end() - offset), task, e);
            return;
          }
          throw e;
        }
        offset += count;
        task.advanced(count);
      }
    }

    /** Up to the next page, then whole pages, then the rest. */
    private static long pieceLength(long offset, long end, long most) {
      long left = Math.min(end - offset, most);
      long beyondPage = offset % UNIT_BYTES;
      if (beyondPage > 0) {
        return Math.min(left, UNIT_BYTES - beyondPage);
      }
      return left < UNIT_BYTES ? left : left - left % UNIT_BYTES;
    }

    /** Copies what one read yields; a short count makes what follows it unaligned. */
    private long copyPiece(PositionalTransfer transfer, MemorySegment piece, long offset)
        throws IOException {
      boolean direct = isAligned(piece, offset);
      MemorySegment bytes = transfer.read(direct ? source : files.source(), piece, offset);
      for (long done = 0; done < bytes.byteSize(); ) {
        MemorySegment rest = bytes.asSlice(done);
        Fd to = direct && isAligned(rest, offset + done) ? target : files.target();
        done += transfer.writeSome(to, rest, offset + done);
      }
      return bytes.byteSize();
    }

    private static boolean isAligned(MemorySegment bytes, long offset) {
      return (offset | bytes.byteSize() | bytes.address()) % UNIT_BYTES == 0;
    }

    /** EINVAL is how a file system refuses a request that O_DIRECT can't serve. */
    private static boolean isRefusal(TransferException e) {
      return e.getCause() instanceof SyscallException call
          && call.is(Errno.EINVAL, Errno.EOPNOTSUPP);
    }

    private void fallBack(ByteRange rest, CopyTask task, TransferException e) throws IOException {
      task.fellBack(rest.offset(), "O_DIRECT: " + e.errnoName());
      new PositionalTransfer(files).copy(rest, task);
    }

    @Override
    public void close() throws SyscallException {
      try (source) {
        target.close();
      }
    }
  }
}
