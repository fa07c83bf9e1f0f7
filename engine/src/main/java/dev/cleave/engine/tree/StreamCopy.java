package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.SyscallException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/**
 * Copies from front to end by read and write, for what has no size to go by: pipes, devices, files
 * of /proc and /sys.
 */
final class StreamCopy {
  private static final long CHUNK_BYTES = 128 * ByteSize.KIB;

  private StreamCopy() {}

  /** Returns the bytes copied. */
  static long copy(CopySession session, SourceFile source, Fd target, BytePath targetName)
      throws CopyFailure {
    ByteBuffer borrowed =
        session.buffers().borrow(Math.min(CHUNK_BYTES, session.memoryPerFileBytes()));
    try {
      MemorySegment buffer = MemorySegment.ofBuffer(borrowed);
      long bytes = 0;
      while (true) {
        session.stop().check();
        long count = read(source, buffer);
        if (count == 0) {
          return bytes;
        }
        write(target, buffer.asSlice(0, count), targetName);
        bytes += count;
        session.bandwidth().pay(count, session.stop());
      }
    } finally {
      session.buffers().giveBack(borrowed);
    }
  }

  private static long read(SourceFile source, MemorySegment buffer) throws CopyFailure {
    while (true) {
      try {
        return source.fd().syscalls().read(source.fd().number(), buffer, buffer.byteSize());
      } catch (SyscallException e) {
        if (!e.is(Errno.EINTR)) {
          throw CopyFailure.of(source.name(), "error reading " + source.name().quoted(), e);
        }
      }
    }
  }

  private static void write(Fd target, MemorySegment all, BytePath name) throws CopyFailure {
    MemorySegment rest = all;
    while (rest.byteSize() > 0) {
      try {
        long count = target.syscalls().write(target.number(), rest, rest.byteSize());
        if (count == 0) { // would be repeated for ever
          throw new SyscallException("write of 0 bytes", Errno.EIO);
        }
        rest = rest.asSlice(count);
      } catch (SyscallException e) {
        if (!e.is(Errno.EINTR)) {
          throw CopyFailure.of(name, "error writing " + name.quoted(), e);
        }
      }
    }
  }
}
