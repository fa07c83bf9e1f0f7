package dev.cleave.engine;

import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.Libc;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;
import java.io.IOException;
import java.util.OptionalLong;

/** What of a file is in the page cache, and how to get it out of there without being root. */
public final class PageCache {
  private static final int DONT_NEED = 4; // POSIX_FADV_DONTNEED, linux/fadvise.h
  private static final long PAGE_BYTES = 4 * ByteSize.KIB;

  private PageCache() {}

  /**
   * Syncs the file's data, since dirty pages stay, and asks the kernel to drop its clean pages. It
   * may keep some: {@link #residentBytes} tells.
   */
  public static void evict(BytePath file) throws IOException {
    try (Fd fd = open(file)) {
      Libc.INSTANCE.fdatasync(fd.number());
      Libc.INSTANCE.fadvise64(fd.number(), 0, 0, DONT_NEED);
    }
  }

  /**
   * Bytes of the file that are in the page cache, in whole pages; empty where the kernel doesn't
   * say. Asks cachestat(2) (Linux 6.5), else mincore(2).
   */
  public static OptionalLong residentBytes(BytePath file) throws IOException {
    try (Fd fd = open(file)) {
      long size = fd.status().size();
      if (size == 0) {
        return OptionalLong.of(0);
      }
      return OptionalLong.of(residentPages(fd, size) * PAGE_BYTES);
    } catch (SyscallException e) {
      if (e.is(Errno.ENOSYS, Errno.EPERM, Errno.EOPNOTSUPP, Errno.ENODEV)) {
        return OptionalLong.empty();
      }
      throw e;
    }
  }

  private static long residentPages(Fd fd, long size) throws SyscallException {
    try {
      return Libc.INSTANCE.cachestat(fd.number(), 0, 0);
    } catch (SyscallException e) {
      if (!e.is(Errno.ENOSYS, Errno.EPERM, Errno.EOPNOTSUPP)) {
        throw e;
      }
      return Libc.INSTANCE.residentPages(fd.number(), size);
    }
  }

  private static Fd open(BytePath file) throws SyscallException {
    return Fd.open(Libc.INSTANCE, Open.AT_CWD, file, Open.READ_ONLY, 0);
  }
}
