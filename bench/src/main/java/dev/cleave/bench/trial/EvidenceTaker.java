package dev.cleave.bench.trial;

import dev.cleave.engine.ResourceUse;
import dev.cleave.tuner.measure.DeviceState;
import dev.cleave.tuner.measure.Evidence;
import dev.cleave.tuner.measure.MachineLoad;
import dev.cleave.tuner.measure.TargetSpace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at the machine before a sample and after it. Used by one thread, for one sample. */
final class EvidenceTaker {
  private final TrialSettings settings;
  private final KernelFiles kernel;
  private final DiskCounters sourceDisks;
  private final DiskCounters targetDisks;
  private final @Nullable Long residentBytes;
  private final TargetSpace space;
  private final Counters start;
  private Counters end;

  /** Looks; the clock may start. */
  EvidenceTaker(TrialSettings settings, KernelFiles kernel) throws IOException {
    this.settings = settings;
    this.kernel = kernel;
    this.sourceDisks = new DiskCounters(kernel, settings.devices().source());
    this.targetDisks = new DiskCounters(kernel, settings.devices().target());
    this.space = TargetRoom.look(kernel, settings.targetDirectory(), settings.data().bytes());
    this.residentBytes = SourceCache.residentBytes(settings.data().root());
    this.start = counters();
    this.end = start;
  }

  /** Looks again: the copy's data is on the device. */
  void durable() {
    end = counters();
  }

  /** What has changed between the two. */
  Evidence evidence(ResourceUse used, boolean verified) {
    DiskTraffic read = sourceTraffic();
    DiskTraffic written = targetTraffic();
    return new Evidence(
        settings.cacheState(),
        settings.targetState(),
        residentBytes,
        read == null ? null : read.bytesRead(),
        written == null ? null : written.bytesWritten(),
        used.cpuSeconds(),
        verified,
        new MachineLoad(
            used.voluntarySwitches(),
            used.involuntarySwitches(),
            difference(start.ioPressure, end.ioPressure),
            difference(start.cpuPressure, end.cpuPressure),
            difference(start.steal, end.steal)),
        deviceState(),
        space);
  }

  @Nullable DiskTraffic sourceTraffic() {
    return difference(start.source, end.source);
  }

  @Nullable DiskTraffic targetTraffic() {
    return difference(start.target, end.target);
  }

  private DeviceState deviceState() {
    List<String> devices = new ArrayList<>(settings.devices().source());
    devices.addAll(settings.devices().target());
    return new DeviceState(
        DeviceTemperature.celsius(kernel, devices),
        GroupLimits.of(kernel, settings.devices().limited()));
  }

  private Counters counters() {
    return new Counters(
        sourceDisks.read(),
        targetDisks.read(),
        Pressure.IO.seconds(kernel),
        Pressure.CPU.seconds(kernel),
        StealTime.seconds(kernel));
  }

  private static @Nullable Double difference(@Nullable Double before, @Nullable Double after) {
    return before == null || after == null ? null : Double.valueOf(after - before);
  }

  private static @Nullable DiskTraffic difference(
      @Nullable DiskTraffic before, @Nullable DiskTraffic after) {
    return before == null || after == null ? null : after.since(before);
  }

  /** All that only ever grows. */
  private record Counters(
      @Nullable DiskTraffic source,
      @Nullable DiskTraffic target,
      @Nullable Double ioPressure,
      @Nullable Double cpuPressure,
      @Nullable Double steal) {}
}
