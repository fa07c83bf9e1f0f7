package dev.cleave.bench.qualify;

import dev.cleave.bench.trial.DeviceWatch;
import dev.cleave.bench.trial.DeviceWatch.Look;
import dev.cleave.bench.trial.DiskTraffic;
import dev.cleave.bench.trial.KernelFiles;
import dev.cleave.engine.BytePath;
import dev.cleave.engine.FileSystemSync;
import dev.cleave.tuner.device.StorageStack;
import dev.cleave.tuner.measure.DeviceLimit;
import dev.cleave.tuner.qualify.Measurement;
import dev.cleave.tuner.qualify.Surroundings;
import dev.cleave.tuner.qualify.Window;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Looks at a device and the machine around a workload. Used by the thread that runs it. */
final class SurroundingsTaker {
  private static final double NANOS = 1e9;
  private static final long IDLE_NANOS = 500_000_000;

  /** A load that is at a limit all the time comes to nearly all of it. */
  private static final double LIMIT_SHARE = 0.8;

  private final DeviceWatch watch;
  private final Path directory;
  private final boolean acceptsGroupLimits;

  SurroundingsTaker(StorageStack stack, Path directory, boolean acceptsGroupLimits) {
    this.watch = new DeviceWatch(KernelFiles.OF_THIS_MACHINE, stack);
    this.directory = directory;
    this.acceptsGroupLimits = acceptsGroupLimits;
  }

  /** What is measured between the looks. */
  interface Load {
    Measurement run() throws IOException;
  }

  /**
   * Runs the load between two looks.
   *
   * @param budget which knows what was written
   */
  Measurement around(Load load, WriteBudget budget) throws IOException {
    Double idleBefore = idle();
    long writtenBefore = budget.written();
    Look before = watch.look();
    Measurement measured = load.run();
    Look after = watch.look();
    long written = budget.written() - writtenBefore;
    Double idleAfter = idle();
    Surroundings seen =
        surroundings(measured, before, after, written, larger(idleBefore, idleAfter));
    return measured.with(measured.peer(), seen, measured.warnings());
  }

  /** What the device moves while we ask nothing of it, once all of ours is there. */
  private @Nullable Double idle() throws IOException {
    FileSystemSync.of(BytePath.of(directory));
    Look start = watch.look();
    LockSupport.parkNanos(IDLE_NANOS);
    Look end = watch.look();
    DiskTraffic moved = traffic(start, end);
    return moved == null
        ? null
        : Double.valueOf((moved.bytesRead() + moved.bytesWritten()) / seconds(start, end));
  }

  private Surroundings surroundings(
      Measurement measured, Look before, Look after, long written, @Nullable Double idle) {
    DiskTraffic moved = traffic(before, after);
    long read =
        measured.windows().stream().mapToLong(Window::bytes).sum()
            - measured.windows().stream().mapToLong(Window::bytesWritten).sum();
    return new Surroundings(
        moved == null ? null : moved.bytesRead(),
        moved == null ? null : moved.bytesWritten(),
        read,
        written,
        idle,
        difference(before.ioPressure(), after.ioPressure()),
        difference(before.cpuPressure(), after.cpuPressure()),
        difference(before.steal(), after.steal()),
        waitShare(measured),
        watch.celsius(),
        acceptsGroupLimits || moved == null ? List.of() : limits(moved, measured));
  }

  /** In all windows; null where it isn't known of each. */
  private static @Nullable Double waitShare(Measurement measured) {
    double waited = 0;
    double seconds = 0;
    for (Window window : measured.windows()) {
      Double each = window.waitedSeconds();
      if (each == null) {
        return null;
      }
      waited += each;
      seconds += window.seconds();
    }
    return seconds > 0 ? Double.valueOf(waited / seconds) : null;
  }

  /** Of the load alone: laying its file out is no part of what is judged. */
  private List<String> limits(DiskTraffic moved, Measurement measured) {
    List<String> reached = new ArrayList<>();
    for (DeviceLimit limit : watch.limits()) {
      double rate = used(limit, moved, measured.bytesBefore()) / measured.seconds();
      if (rate >= LIMIT_SHARE * limit.perSecond()) {
        reached.add(
            String.format(
                Locale.ROOT,
                "%.0f %s a second on %s, whose control group allows %d",
                rate,
                limit.kind(),
                limit.device(),
                limit.perSecond()));
      }
    }
    return reached;
  }

  private static double used(DeviceLimit limit, DiskTraffic moved, long bytesBefore) {
    double written = Math.max(0, moved.bytesWritten() - bytesBefore);
    return switch (limit.kind()) {
      case READ_BYTES -> moved.bytesRead();
      case WRITE_BYTES -> written;
      case READ_OPERATIONS -> moved.reads();
      case WRITE_OPERATIONS -> moved.writes() * written / Math.max(1, moved.bytesWritten());
    };
  }

  private static double seconds(Look from, Look to) {
    return (to.nanos() - from.nanos()) / NANOS;
  }

  private static @Nullable DiskTraffic traffic(Look from, Look to) {
    DiskTraffic before = from.traffic();
    DiskTraffic after = to.traffic();
    return before == null || after == null ? null : after.since(before);
  }

  private static @Nullable Double difference(@Nullable Double before, @Nullable Double after) {
    return before == null || after == null ? null : Double.valueOf(after - before);
  }

  private static @Nullable Double larger(@Nullable Double one, @Nullable Double other) {
    return one == null || other == null ? null : Double.valueOf(Math.max(one, other));
  }
}
