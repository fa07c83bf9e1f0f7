package dev.cleave.engine.backend;

import dev.cleave.engine.ByteRange;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.uring.Ring;
import dev.cleave.engine.options.ReflinkMode;
import java.io.IOException;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/**
 * io_uring, buffered: a task keeps as many chunks in flight as the plan's queue depth, each of them
 * read, then written. Absent where the kernel has none, where a seccomp filter or the sysctl
 * kernel.io_uring_disabled forbids it, and before Linux 5.6.
 */
final class UringBackend implements CopyBackend {
  @Override
  public Support support(FilePair files, CopyPlan plan, ReflinkMode reflink) {
    SyscallException refusal = Ring.refusal(files.source().syscalls());
    return refusal == null ? Support.yes() : Support.no(String.valueOf(refusal.getMessage()));
  }

  @Override
  public boolean hasQueue() {
    return true;
  }

  @Override
  public RangeCopier open(FilePair files, CopyPlan plan) {
    return new RingCopier(files, plan);
  }

  /** Keeps the rings of workers that have finished a range for the next one. */
  private static final class RingCopier implements RangeCopier {
    private final FilePair files;
    private final CopyPlan plan;
    private final ConcurrentLinkedDeque<Ring> idle = new ConcurrentLinkedDeque<>();

    RingCopier(FilePair files, CopyPlan plan) {
      this.files = files;
      this.plan = plan;
    }

    @Override
    public void copy(ByteRange range, CopyTask task) throws IOException {
      Ring ring;
      try {
        ring = borrow();
      } catch (SyscallException e) {
        new FallbackCopier(files, e.call() + ": " + e.errno().name()).copy(range, task);
        return;
      }
      boolean clean = false;
      try {
        new RingTransfer(ring, files, plan, range, task).run();
        clean = true;
        idle.push(ring);
      } finally {
        if (!clean) {
          ring.close();
        }
      }
    }

    private Ring borrow() throws SyscallException {
      @Nullable Ring ring = idle.poll();
      if (ring != null) {
        return ring;
      }
      ring = Ring.open(files.source().syscalls(), plan.queueDepth());
      try {
        ring.registerFiles(files.source().number(), files.target().number());
        return ring;
      } catch (SyscallException e) {
        ring.close();
        throw e;
      }
    }

    @Override
    public void close() throws SyscallException {
      for (Ring ring = idle.poll(); ring != null; ring = idle.poll()) {
        ring.close();
      }
    }
  }
}
