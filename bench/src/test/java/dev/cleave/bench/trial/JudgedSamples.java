package dev.cleave.bench.trial;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.measure.DeviceState;
import dev.cleave.tuner.measure.Evidence;
import dev.cleave.tuner.measure.MachineLoad;
import dev.cleave.tuner.measure.TargetSpace;
import dev.cleave.tuner.measure.TargetState;
import org.jspecify.annotations.Nullable;

/** A sound sample of 256 MiB in a second, durable in two, and what may be changed about it. */
final class JudgedSamples {
  static final long BYTES = 256 * ByteSize.MIB;

  CacheState cacheState = CacheState.COLD;
  CopyPlan used = CopyPlan.SEQUENTIAL;
  double commandSeconds = 1;
  boolean verified = true;
  @Nullable Long resident = 0L;
  @Nullable Long shared = 0L;
  @Nullable DiskTraffic read = new DiskTraffic(BYTES, 0, 256, 0);
  @Nullable DiskTraffic written = new DiskTraffic(0, BYTES, 0, 256);
  MachineLoad load = new MachineLoad(1L, 1L, 1.9, 0.1, 0.0);
  DeviceState device = DeviceState.UNKNOWN;
  TargetSpace space = new TargetSpace(1L << 40, 0.5, 1L << 33, false);

  SampleFacts facts() {
    return new SampleFacts(
        CopyPlan.SEQUENTIAL,
        used,
        BYTES,
        commandSeconds,
        commandSeconds + 1,
        new Evidence(
            cacheState,
            TargetState.NEW,
            resident,
            read == null ? null : read.bytesRead(),
            written == null ? null : written.bytesWritten(),
            0.1,
            verified,
            load,
            device,
            space),
        shared,
        read,
        written,
        8e9,
        2);
  }
}
