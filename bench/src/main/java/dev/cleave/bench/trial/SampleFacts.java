package dev.cleave.bench.trial;

import dev.cleave.engine.CopyPlan;
import dev.cleave.tuner.measure.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * All that a sample is judged by.
 *
 * @param asked the candidate's plan
 * @param bytes of the source
 * @param commandSeconds until the copy returned
 * @param durableSeconds until its data was on the device
 * @param sharedBytes of the target, in blocks that another file has as well; null where the file
 *     system doesn't say
 * @param read through the source's devices; null where there is none
 * @param written through the target's devices, likewise
 * @param memoryBytesPerSecond that memory can be copied at; null if that is unknown
 * @param processors of the machine
 */
record SampleFacts(
    CopyPlan asked,
    CopyPlan used,
    long bytes,
    double commandSeconds,
    double durableSeconds,
    Evidence evidence,
    @Nullable Long sharedBytes,
    @Nullable DiskTraffic read,
    @Nullable DiskTraffic written,
    @Nullable Double memoryBytesPerSecond,
    int processors) {}
