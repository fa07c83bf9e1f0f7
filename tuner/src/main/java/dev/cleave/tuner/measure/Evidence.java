package dev.cleave.tuner.measure;

import org.jspecify.annotations.Nullable;

/**
 * What shows that a sample is what it claims to be.
 *
 * @param cacheState the state the source was brought into before the clock started
 * @param residentBytes bytes of the source in the page cache just before the clock started; null
 *     where the kernel doesn't say
 * @param deviceBytesRead bytes the source's leaf devices read while the clock ran; null where no
 *     block device is read (tmpfs, network): "not applicable"
 * @param cpuSeconds CPU time of the whole process while the copy ran
 * @param verified whether the target was compared with the source, off the clock
 */
public record Evidence(
    CacheState cacheState,
    @Nullable Long residentBytes,
    @Nullable Long deviceBytesRead,
    double cpuSeconds,
    boolean verified) {}
