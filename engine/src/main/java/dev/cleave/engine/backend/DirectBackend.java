package dev.cleave.engine.backend;

import dev.cleave.engine.ByteRange;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.options.ReflinkMode;
import java.io.IOException;
import java.lang.foreign.MemorySegment;

/**
 * O_DIRECT: device and buffer without the page cache between them. Whole pages go directly; what is
 * left at either end goes through the page cache.
 */
final class DirectBackend implements CopyBackend {
  @Override
  public Support support(FilePair files, CopyPlan plan, ReflinkMode reflink) {
    return DirectFiles.support(files);
  }

  @Override
  public RangeCopier open(FilePair files, CopyPlan plan) {
    try {
      return new DirectCopier(files, DirectFiles.open(files));
    } catch (SyscallException e) {
      return new FallbackCopier(files, e.call() + ": " + e.errno().name());
    }
  }

  private record DirectCopier(FilePair files, DirectFiles direct) implements RangeCopier {
    private static final long UNIT_BYTES = DirectFiles.UNIT_BYTES;

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
      boolean isWhole = isAligned(piece, offset);
      MemorySegment bytes =
          transfer.read(isWhole ? direct.source() : files.source(), piece, offset);
      for (long done = 0; done < bytes.byteSize(); ) {
        MemorySegment rest = bytes.asSlice(done);
        Fd to = isWhole && isAligned(rest, offset + done) ? direct.target() : files.target();
        done += transfer.writeSome(to, rest, offset + done);
      }
      return bytes.byteSize();
    }

    private static boolean isAligned(MemorySegment bytes, long offset) {
      return (offset | bytes.byteSize() | bytes.address()) % UNIT_BYTES == 0;
    }

    private static boolean isRefusal(TransferException e) {
      return e.getCause() instanceof SyscallException call && DirectFiles.isRefusal(call.errno());
    }

    private void fallBack(ByteRange rest, CopyTask task, TransferException e) throws IOException {
      task.fellBack(rest.offset(), "O_DIRECT: " + e.errnoName());
      new PositionalTransfer(files).copy(rest, task);
    }

    @Override
    public void close() throws SyscallException {
      direct.close();
    }
  }
}
