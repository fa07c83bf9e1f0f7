package dev.cleave.engine.backend;

import dev.cleave.engine.ByteRange;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.SyscallException;
import java.lang.foreign.MemorySegment;

/**
 * pread(2) and pwrite(2) with what they leave to their caller: short counts are gone on with,
 * interrupted calls made again. What a backend falls back on, and what its odd ends are copied by.
 */
record PositionalTransfer(FilePair files) {
  /** Copies exactly the range through the task's first buffer. */
  void copy(ByteRange range, CopyTask task) throws TransferException, SourceShrankException {
    MemorySegment buffer = MemorySegment.ofBuffer(task.buffer(0).clear());
    long offset = range.offset();
    while (offset < range.end()) {
      long wanted = Math.min(buffer.byteSize(), range.end() - offset);
      MemorySegment bytes = read(files.source(), buffer.asSlice(0, wanted), offset);
      write(files.target(), bytes, offset);
      offset += bytes.byteSize();
      task.advanced(bytes.byteSize());
    }
  }

  /** Reads into the buffer; returns the part of it that was filled, never an empty one. */
  MemorySegment read(Fd source, MemorySegment buffer, long offset)
      throws TransferException, SourceShrankException {
    return buffer.asSlice(0, filled(files, pread(source, buffer, offset), offset));
  }

  private long pread(Fd source, MemorySegment buffer, long offset) throws TransferException {
    for (int attempt = 0; ; attempt++) {
      try {
        return source.syscalls().pread64(source.number(), buffer, buffer.byteSize(), offset);
      } catch (SyscallException e) {
        if (!Retry.isDue(e, attempt)) {
          throw TransferException.reading(files.sourceName(), offset, e);
        }
      }
    }
  }

  /** Writes all of the bytes. */
  void write(Fd target, MemorySegment bytes, long start) throws TransferException {
    for (long done = 0; done < bytes.byteSize(); ) {
      done += writeSome(target, bytes.asSlice(done), start + done);
    }
  }

  /** Writes some of the bytes, at least one; returns how many. */
  long writeSome(Fd target, MemorySegment bytes, long offset) throws TransferException {
    for (int attempt = 0; ; attempt++) {
      try {
        long count = target.syscalls().pwrite64(target.number(), bytes, bytes.byteSize(), offset);
        return progress(files, count, offset);
      } catch (SyscallException e) {
        if (!Retry.isDue(e, attempt)) {
          throw TransferException.writing(files.targetName(), offset, e);
        }
      }
    }
  }

  /** A read of nothing, where there was data when the copy began. */
  static long filled(FilePair files, long count, long offset) throws SourceShrankException {
    if (count == 0) {
      throw new SourceShrankException(files.sourceName(), offset);
    }
    return count;
  }

  /** A write of nothing would be repeated for ever: it counts as an error. */
  static long progress(FilePair files, long count, long offset) throws TransferException {
    if (count <= 0) {
      SyscallException nothing = new SyscallException("write of 0 bytes", Errno.EIO);
      throw TransferException.writing(files.targetName(), offset, nothing);
    }
    return count;
  }
}
