package dev.cleave.bench.tune;

import dev.cleave.bench.trial.MemoryBandwidth;
import dev.cleave.bench.trial.PrivateDirectory;
import dev.cleave.bench.trial.TrialData;
import dev.cleave.bench.trial.TrialDevices;
import dev.cleave.bench.trial.TrialSettings;
import dev.cleave.engine.CopyPlan;
import dev.cleave.tuner.device.StorageStack;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.measure.TargetState;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What all parts of a tune have in common.
 *
 * @param from private, where data is read from
 * @param to private, where copies are written to
 * @param work for files between us and the workers
 * @param memoryBytesPerSecond what no copy can surpass
 */
record TestBed(
    Path from,
    Path to,
    Path work,
    TrialDevices devices,
    StorageStack sourceStack,
    WorkingBackends backends,
    double memoryBytesPerSecond) {
  static TestBed of(
      PrivateDirectory from,
      PrivateDirectory to,
      Path work,
      StorageStack source,
      StorageStack destination)
      throws IOException {
    return new TestBed(
        from.path(),
        to.path(),
        work,
        TrialDevices.of(source, destination),
        source,
        WorkingBackends.between(from.path(), to.path()),
        MemoryBandwidth.bytesPerSecond());
  }

  TrialSettings settings(TrialData data, CacheState cacheState, CopyPlan baseline) {
    return new TrialSettings(
        data, to, work, devices, cacheState, TargetState.NEW, baseline, memoryBytesPerSecond);
  }
}
