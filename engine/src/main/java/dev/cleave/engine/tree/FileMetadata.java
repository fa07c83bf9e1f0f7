package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.FileStatus;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.options.PreserveOptions;

/** Mode and times of what is copied. */
final class FileMetadata {
  private static final int PLAIN_BITS = 0777;

  private final PreserveOptions preserve;
  private final int umask;

  FileMetadata(PreserveOptions preserve, int umask) {
    this.preserve = preserve;
    this.umask = umask;
  }

  /** The mode of a new file or directory: the source's, less the umask unless it is preserved. */
  int mode(FileStatus source) {
    return preserve.mode() ? source.permissions() : source.permissions() & PLAIN_BITS & ~umask;
  }

  /** Sets mode and, if preserved, times: these last, since everything before may change them. */
  void apply(Fd target, BytePath name, FileStatus source, int mode) throws CopyFailure {
    try {
      target.syscalls().fchmod(target.number(), mode);
      if (preserve.timestamps()) {
        target.syscalls().futimens(target.number(), source.accessed(), source.modified());
      }
    } catch (SyscallException e) {
      throw CopyFailure.of(name, "preserving mode and times for " + name.quoted(), e);
    }
  }

  boolean isPreserved() {
    return preserve.mode();
  }
}
