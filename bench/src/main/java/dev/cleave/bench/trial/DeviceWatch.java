package dev.cleave.bench.trial;

import dev.cleave.tuner.device.StorageStack;
import dev.cleave.tuner.measure.DeviceLimit;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at the counters of a device and of the machine, for any load that isn't a copy. */
public final class DeviceWatch {
  private static final int WAIT_FIELD = 1;
  private static final int TIMES_FIELD = 2;

  /** On an idle virtual machine, whose processor its host has to wake up first. */
  private static final double WAKE_UP_SECONDS = 50e-6;

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
   * Counters, of which differences count; null is what the kernel doesn't say.
   *
   * @param processorWaitSeconds in which the calling thread waited for a processor, less {@value
   *     #WAKE_UP_SECONDS} each time
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

  /**
   * A field of what the scheduler says of this thread: nanoseconds on a processor, nanoseconds
   * waiting for one, how often it got one (Documentation/scheduler/sched-stats.rst).
   */
  private @Nullable Long schedule(int field) {
    Path file = kernel.proc().resolve("thread-self/schedstat");
    for (String line : KernelFiles.lines(file)) {
      String[] fields = line.split(" ", -1);
      return fields.length > field ? KernelFiles.number(fields[field]) : null;
    }
    return null;
  }

  /** Waiting beyond what it takes to be woken up, which is part of any request. */
  private @Nullable Double processorWait() {
    Long nanos = schedule(WAIT_FIELD);
    Long times = schedule(TIMES_FIELD);
    return nanos == null || times == null
        ? null
        : Double.valueOf(nanos / NANOS - times * WAKE_UP_SECONDS);
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
