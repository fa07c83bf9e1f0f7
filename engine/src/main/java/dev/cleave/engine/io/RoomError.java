package dev.cleave.engine.io;

import dev.cleave.engine.CopyError;
import dev.cleave.engine.linux.Errno;
import dev.cleave.engine.linux.SyscallException;
import java.nio.file.FileSystemException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether there is no room, no quota or no right to write: errors that are none of a device's. */
public final class RoomError {
  private static final Set<Errno> ALL = Set.of(Errno.ENOSPC, Errno.EDQUOT, Errno.EROFS);

  private RoomError() {}

  /** By the error number of the exception or of any behind it. */
  public static boolean isBehind(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      Errno errno = errno(each);
      if (errno != null && ALL.contains(errno)) {
        return true;
      }
    }
    return false;
  }

  public static boolean isBehind(CopyError error) {
    Integer number = error.errno();
    return number != null && ALL.contains(new Errno(number));
  }

  /** Of exceptions of {@code java.nio} only the text is left, which is all of it. */
  private static @Nullable Errno errno(Throwable failure) {
    return switch (failure) {
      case SyscallException call -> call.errno();
      case FileSystemException file -> Errno.ofText(file.getReason());
      default -> Errno.ofText(failure.getMessage());
    };
  }
}
