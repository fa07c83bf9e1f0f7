package dev.cleave.engine;

import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.Libc;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;
import java.io.IOException;
import java.util.OptionalLong;

/** Whether a file has data of its own, or shares blocks with another one as clones do. */
public final class SharedExtents {
  private SharedExtents() {}

  /**
   * Bytes of the file in extents that another file has as well; empty where the file system doesn't
   * say. What isn't allocated yet isn't shared: sync first.
   */
  public static OptionalLong bytes(BytePath file) throws IOException {
    try (Fd fd = Fd.open(Libc.INSTANCE, Open.AT_CWD, file, Open.READ_ONLY, 0)) {
      return OptionalLong.of(Libc.INSTANCE.sharedBytes(fd.number()));
    } catch (SyscallException e) {
      if (e.is(Errno.EOPNOTSUPP, Errno.ENOTTY, Errno.EINVAL, Errno.ENOSYS)) {
        return OptionalLong.empty();
      }
      throw e;
    }
  }
}
