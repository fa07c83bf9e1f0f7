package dev.cleave.bench.qualify;

import dev.cleave.bench.trial.ProcessorWait;
import dev.cleave.tuner.qualify.Measurement;
import dev.cleave.tuner.qualify.Workload;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A log: records appended one by one, each followed by fdatasync(2), in a new file whenever one is
 * full. As in etcd's own check the latency is that of fdatasync alone; with a rate it is that from
 * when the record was due, waiting included.
 */
final class FdatasyncRunner implements WorkloadRunner {
  private static final double NANOS = 1e9;

  @Override
  public Measurement run(Workload workload, WorkloadBed bed, int pass) throws IOException {
    bed.requireRoom(2 * workload.fileBytes());
    long zero = System.nanoTime();
    long end = zero + (long) (workload.seconds() * NANOS);
    WindowRecorder recorder =
        new WindowRecorder(workload.windowSeconds(), zero, ProcessorWait.OF_THIS_THREAD);
    byte[] record = new byte[(int) workload.blockBytes()];
    new SplittableRandom(bed.seed()).nextBytes(record);
    @Nullable String stopped = null;
    long last = zero;
    long count = 0;
    try (Log log = new Log(bed.directory().resolve("log"), workload.fileBytes())) {
      while (stopped == null) {
        long due = due(workload, zero, count);
        if (due >= end || System.nanoTime() >= end) {
          break;
        }
        if (bed.isOver() || !bed.budget().take(record.length)) {
          stopped = bed.isOver() ? "interrupted" : "the write budget is used up";
          break;
        }
        LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
        long begun = log.append(record);
        last = System.nanoTime();
        long from = workload.perSecond() == null ? begun : due;
        recorder.ended(last, record.length, record.length, last - from);
        count++;
      }
    }
    if (workload.perSecond() != null && stopped == null) {
      // what was due and never began has waited at least until the end
      for (long due = due(workload, zero, count); due < end; due = due(workload, zero, ++count)) {
        last = Math.max(last, end);
        recorder.ended(last, 0, 0, last - due);
      }
    }
    return new Measurement(
        workload,
        pass,
        "write and fdatasync, one thread",
        0,
        (last - zero) / NANOS,
        recorder.finish(last),
        List.of(),
        0,
        stopped,
        null,
        null,
        List.of());
  }

  private static long due(Workload workload, long zero, long count) {
    Double rate = workload.perSecond();
    return rate == null ? System.nanoTime() : zero + (long) (count / rate * NANOS);
  }

  /** The file that is being written. */
  private static final class Log implements AutoCloseable {
    private final Path path;
    private final long most;
    private @Nullable FileChannel channel;

    Log(Path path, long most) {
      this.path = path;
      this.most = most;
    }

    /** Returns when fdatasync began. */
    long append(byte[] record) throws IOException {
      FileChannel open = channel;
      if (open == null || open.position() + record.length > most) {
        close();
        open = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel = open;
      }
      ByteBuffer rest = ByteBuffer.wrap(record);
      while (rest.hasRemaining()) {
        open.write(rest);
      }
      long begun = System.nanoTime();
      open.force(false);
      return begun;
    }

    @Override
    public void close() throws IOException {
      FileChannel open = channel;
      if (open != null) {
        open.close();
        Files.delete(path);
        channel = null;
      }
    }
  }
}
