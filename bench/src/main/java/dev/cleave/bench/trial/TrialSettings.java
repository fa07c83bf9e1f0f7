package dev.cleave.bench.trial;

import dev.cleave.engine.CopyPlan;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.measure.TargetState;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What all samples of a size class and cache state have in common.
 *
 * @param targetDirectory private, on the device under test
 * @param workDirectory for files between us and the workers, best on another device
 * @param warmUp the plan of the copy that a worker makes first, which isn't counted
 * @param memoryBytesPerSecond what memory can be copied at ({@link MemoryBandwidth}), which no
 *     sample can surpass; null if that was not measured
 */
public record TrialSettings(
    TrialData data,
    Path targetDirectory,
    Path workDirectory,
    TrialDevices devices,
    CacheState cacheState,
    TargetState targetState,
    CopyPlan warmUp,
    @Nullable Double memoryBytesPerSecond) {}
