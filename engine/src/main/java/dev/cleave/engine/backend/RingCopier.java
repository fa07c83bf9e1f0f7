package dev.cleave.engine.backend;

import dev.cleave.engine.ByteRange;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import dev.cleave.engine.linux.uring.Ring;
import java.io.IOException;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/** Copies ranges through rings, and keeps those of workers that have finished for the next ones. */
final class RingCopier implements RangeCopier {
  /** Indices of the registered files. */
  static final int SOURCE = 0;

  static final int TARGET = 1;

  private final FilePair files;
  private final Fd source;
  private final Fd target;
  private final CopyPlan plan;
  private final long unitBytes;
  private final ConcurrentLinkedDeque<Ring> idle = new ConcurrentLinkedDeque<>();

  /**
   * @param files for what can't be done through a ring
   * @param source the descriptor that the rings read
   * @param target the descriptor that they write
   * @param unitBytes what ranges have to be multiples of
   */
  RingCopier(FilePair files, Fd source, Fd target, CopyPlan plan, long unitBytes) {
    this.files = files;
    this.source = source;
    this.target = target;
    this.plan = plan;
    this.unitBytes = unitBytes;
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
      new RingTransfer(ring, files, plan, unitBytes, range, task).run();
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
    Syscalls syscalls = source.syscalls();
    ring = Ring.open(syscalls, plan.queueDepth());
    try {
      ring.registerFiles(source.number(), target.number());
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
