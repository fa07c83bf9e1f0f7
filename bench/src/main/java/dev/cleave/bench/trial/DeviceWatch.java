package dev.cleave.bench.trial;

import dev.cleave.tuner.device.StorageStack;
import dev.cleave.tuner.measure.DeviceLimit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at the counters of a device and of the machine, for any load that isn't a copy. */
public final class DeviceWatch {
  private final KernelFiles kernel;
  private final TrialDevices devices;
  private final DiskCounters disks;

  public DeviceWatch(KernelFiles kernel, StorageStack stack) {
    this.kernel = kernel;
    this.devices = TrialDevices.of(stack, stack);
    this.disks = new DiskCounters(kernel, devices.target());
  }

  /** All that only ever grows; null is what the kernel doesn't say. */
  public record Look(
      long nanos,
      @Nullable DiskTraffic traffic,
      @Nullable Double ioPressure,
      @Nullable Double cpuPressure,
      @Nullable Double steal) {}

  public Look look() {
    return new Look(
        System.nanoTime(),
        disks.read(),
        Pressure.IO.seconds(kernel),
        Pressure.CPU.seconds(kernel),
        StealTime.seconds(kernel));
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
