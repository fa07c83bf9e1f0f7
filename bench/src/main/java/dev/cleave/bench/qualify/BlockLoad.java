package dev.cleave.bench.qualify;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import dev.cleave.bench.trial.ProcessorWait;
import dev.cleave.engine.io.BlockRequest;
import dev.cleave.engine.io.DeviceFile;
import dev.cleave.engine.io.RequestSource;
import dev.cleave.tuner.qualify.Window;
import dev.cleave.tuner.qualify.Workload;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes of blocks of a file until the time is over: as many as the device does, or those
 * that are due by the clock.
 */
final class BlockLoad implements RequestSource {
  private static final double NANOS = 1e9;

  private final Workload workload;
  private final WorkloadBed bed;
  private final SplittableRandom random;
  private final long blocks;
  private final long zeroNanos = System.nanoTime();
  private final long endNanos;
  private final WindowRecorder recorder;
  private long count;
  private long lastNanos = zeroNanos;
  private @Nullable String stopped;

  BlockLoad(Workload workload, WorkloadBed bed, ProcessorWait wait) {
    this.workload = workload;
    this.bed = bed;
    this.random = new SplittableRandom(bed.seed() + 1);
    this.blocks = workload.fileBytes() / workload.blockBytes();
    this.endNanos = zeroNanos + (long) (workload.seconds() * NANOS);
    this.recorder = new WindowRecorder(workload.windowSeconds(), zeroNanos, wait);
  }

  @Override
  public boolean next(BlockRequest request) {
    long due = due();
    if (due >= endNanos || bed.isOver() || isLate()) {
      return false;
    }
    boolean write = writes();
    if (write && !bed.budget().take(workload.blockBytes())) {
      stopped = "the write budget is used up";
      return false;
    }
    if (workload.perSecond() != null) {
      request.startedAt(due);
    }
    long offset = block() * workload.blockBytes();
    if (write) {
      mark(request, offset);
      request.toWrite(offset);
    } else {
      request.toRead(offset);
    }
    count++;
    return true;
  }

  /** Behind the end nothing begins; what is due by the clock and hasn't begun is counted then. */
  private boolean isLate() {
    return System.nanoTime() >= endNanos;
  }

  private long due() {
    Double rate = workload.perSecond();
    return rate == null ? System.nanoTime() : zeroNanos + (long) (count / rate * NANOS);
  }

  private boolean writes() {
    return switch (workload.kind()) {
      case SEQUENTIAL_WRITE, RANDOM_WRITE -> true;
      case MIXED -> random.nextDouble() >= workload.readShare();
      default -> false;
    };
  }

  private long block() {
    return workload.kind().isRandom() ? random.nextLong(blocks) : count % blocks;
  }

  /**
   * Makes what is written differ from page to page and from write to write: none is a duplicate.
   */
  static void mark(BlockRequest request, long offset) {
    long stamp = System.nanoTime() ^ Long.rotateLeft(offset, 20);
    for (long at = 0; at < request.buffer().byteSize(); at += DeviceFile.UNIT_BYTES) {
      request.buffer().set(JAVA_LONG_UNALIGNED, at, stamp + at);
    }
  }

  @Override
  public void done(BlockRequest request, long startNanos, long doneNanos) {
    long bytes = workload.blockBytes();
    lastNanos = doneNanos;
    recorder.ended(doneNanos, bytes, request.isWrite() ? bytes : 0, doneNanos - startNanos);
  }

  List<Window> windows() {
    Double rate = workload.perSecond();
    if (rate != null && stopped == null && !bed.isOver()) {
      omitted(rate);
    }
    return recorder.finish(lastNanos);
  }

  /** What was due and never began has waited at least until the end. */
  private void omitted(double rate) {
    long last = Math.max(lastNanos, endNanos);
    for (long due = due(); due < endNanos; due = zeroNanos + (long) (count / rate * NANOS)) {
      recorder.ended(last, 0, 0, last - due);
      lastNanos = last;
      count++;
    }
  }

  /** Why it ended before its time; null if it didn't. */
  @Nullable String stopped() {
    return bed.isOver() ? "interrupted" : stopped;
  }
}
