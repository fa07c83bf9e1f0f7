package dev.cleave.engine.backend;

import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.uring.Ring;
import dev.cleave.engine.options.ReflinkMode;

/**
 * io_uring, buffered: a task keeps as many chunks in flight as the plan's queue depth, each of them
 * read, then written. Absent where the kernel has none, where a seccomp filter or the sysctl
 * kernel.io_uring_disabled forbids it, and before Linux 5.6.
 */
final class UringBackend implements CopyBackend {
  @Override
  public Support support(FilePair files, CopyPlan plan, ReflinkMode reflink) {
    return ringSupport(files);
  }

  /** Whether this process can have a ring. */
  static Support ringSupport(FilePair files) {
    SyscallException refusal = Ring.refusal(files.source().syscalls());
    return refusal == null ? Support.yes() : Support.no(String.valueOf(refusal.getMessage()));
  }

  @Override
  public boolean hasQueue() {
    return true;
  }

  @Override
  public RangeCopier open(FilePair files, CopyPlan plan) {
    return new RingCopier(files, files.source(), files.target(), plan, 1);
  }
}
