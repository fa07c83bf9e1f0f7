package dev.cleave.bench.trial;

import dev.cleave.tuner.device.StorageStack;
import dev.cleave.tuner.measure.DeviceLimit;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at the counters of a device and of the machine, for any load that isn't a copy. */
public final class DeviceWatch {
  private static final int WAIT_FIELD = 1;
  private static final double NANOS = 1e9;

  private final KernelFiles kernel;
  private final TrialDevices devices;
  private final DiskCounters disks;

  public DeviceWatch(KernelFiles kernel, StorageStack stack) {
    this.kernel = kernel;
    this.devices = TrialDevices.of(stack, stack);
    this.disks = new DiskCounters(kernel, devices.target());
  }

  /**
   * All that only ever grows; null is what the kernel doesn't say.
   *
   * @param processorWaitSeconds in which the calling thread waited for a processor
   */
  public record Look(
      long nanos,
      @Nullable DiskTraffic traffic,
      @Nullable Double ioPressure,
      @Nullable Double cpuPressure,
      @Nullable Double steal,
      @Nullable Double processorWaitSeconds) {}

  public Look look() {
    return new Look(
        System.nanoTime(),
        disks.read(),
        Pressure.IO.seconds(kernel),
        Pressure.CPU.seconds(kernel),
        StealTime.seconds(kernel),
        processorWait());
  }

  /** Nanoseconds on a processor, and waiting for one (Documentation/scheduler/sched-stats.rst). */
  private @Nullable Double processorWait() {
    Path file = kernel.proc().resolve("thread-self/schedstat");
    for (String line : KernelFiles.lines(file)) {
      String[] fields = line.split(" ", -1);
      Long nanos = fields.length > WAIT_FIELD ? KernelFiles.number(fields[WAIT_FIELD]) : null;
      return nanos == null ? null : Double.valueOf(nanos / NANOS);
    }
    return null;
  }

  /** What control groups allow on the devices. */
  public List<DeviceLimit> limits() {
    return GroupLimits.of(kernel, devices.limited());
  }

  /** Of the hottest of the devices; null where none tells. */
  public @Nullable Double celsius() {
    return DeviceTemperature.celsius(kernel, devices.target());
  }
}
