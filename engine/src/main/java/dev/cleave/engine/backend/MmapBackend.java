package dev.cleave.engine.backend;

import dev.cleave.engine.ByteRange;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import dev.cleave.engine.options.ReflinkMode;
import java.io.IOException;
import java.lang.foreign.MemorySegment;

/**
 * Writes the target from a mapping of the source: the bytes are copied once, from one page of the
 * page cache to the other, and no buffer is needed.
 *
 * <p>Only the kernel touches the mapping, inside pwrite(2). So a source that is truncated
 * meanwhile, or that can't be read, is EFAULT of that call and no SIGBUS, which would kill the
 * process.
 */
final class MmapBackend implements CopyBackend {
  /** Mapped at once; a multiple of every page size, so that all but the first start at one. */
  private static final long WINDOW_BYTES = 64 * ByteSize.MIB;

  private static final long ALIGNMENT_BYTES = 2 * ByteSize.MIB;

  // asm-generic/mman-common.h
  private static final int READABLE = 1;
  private static final int SHARED = 1;

  @Override
  public Support support(FilePair files, CopyPlan plan, ReflinkMode reflink) {
    return Support.yes(); // a file that can't be mapped says so when it is: ENODEV
  }

  @Override
  public RangeCopier open(FilePair files, CopyPlan plan) {
    return new MappingCopier(files, plan.chunkBytes());
  }

  private record MappingCopier(FilePair files, long chunkBytes) implements RangeCopier {
    @Override
    public void copy(ByteRange range, CopyTask task) throws IOException {
      Syscalls syscalls = files.source().syscalls();
      long offset = range.offset();
      while (offset < range.end()) {
        long start = offset - offset % ALIGNMENT_BYTES;
        long end = Math.min(range.end(), start + WINDOW_BYTES);
        MemorySegment window;
        try {
          window = syscalls.mmap(end - start, READABLE, SHARED, files.source().number(), start);
        } catch (SyscallException e) {
          task.fellBack(offset, "mmap: " + e.errno().name());
          new PositionalTransfer(files).copy(new ByteRange(offset, range.end() - offset), task);
          return;
        }
        try {
          write(window.asSlice(offset - start), offset, task);
        } finally {
          syscalls.munmap(window);
        }
        offset = end;
      }
    }

    private void write(MemorySegment bytes, long start, CopyTask task) throws IOException {
      PositionalTransfer transfer = new PositionalTransfer(files);
      for (long done = 0; done < bytes.byteSize(); ) {
        long length = Math.min(chunkBytes, bytes.byteSize() - done);
        long count;
        try {
          count = transfer.writeSome(files.target(), bytes.asSlice(done, length), start + done);
        } catch (TransferException e) {
          throw meaning(e, start + done);
        }
        done += count;
        task.advanced(count);
      }
    }

    /** EFAULT says that the source could not be read there. */
    private IOException meaning(TransferException e, long offset) throws SyscallException {
      if (!(e.getCause() instanceof SyscallException call) || !call.is(Errno.EFAULT)) {
        return e;
      }
      long size = files.source().status().size();
      return size <= offset
          ? new SourceShrankException(files.sourceName(), size)
          : TransferException.reading(
              files.sourceName(), offset, new SyscallException("page fault", Errno.EIO));
    }

    @Override
    public void close() {}
  }
}
