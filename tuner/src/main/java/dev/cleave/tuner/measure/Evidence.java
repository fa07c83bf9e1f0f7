package dev.cleave.tuner.measure;

import org.jspecify.annotations.Nullable;

/**
 * What shows that a sample is what it claims to be, and what could have disturbed it.
 *
 * @param cacheState the state the source was brought into before the clock started
 * @param targetState what there was under the target's name
 * @param residentBytes bytes of the source in the page cache just before the clock started; null
 *     where the kernel doesn't say
 * @param deviceBytesRead bytes the source's devices read from the start until the copy was durable;
 *     null where no block device is read (tmpfs, network): "not applicable"
 * @param deviceBytesWritten bytes the target's devices wrote meanwhile; null likewise
 * @param cpuSeconds CPU time of the whole process while the copy ran
 * @param verified whether the target was compared with the source, off the clock
 */
public record Evidence(
    CacheState cacheState,
    TargetState targetState,
    @Nullable Long residentBytes,
    @Nullable Long deviceBytesRead,
    @Nullable Long deviceBytesWritten,
    double cpuSeconds,
    boolean verified,
    MachineLoad load,
    DeviceState device,
    TargetSpace space) {
  /** Of a sample of a new target about which no more is known. */
  public Evidence(
      CacheState cacheState,
      @Nullable Long residentBytes,
      @Nullable Long deviceBytesRead,
      double cpuSeconds,
      boolean verified) {
    this(
        cacheState,
        TargetState.NEW,
        residentBytes,
        deviceBytesRead,
        null,
        cpuSeconds,
        verified,
        MachineLoad.UNKNOWN,
        DeviceState.UNKNOWN,
        TargetSpace.UNKNOWN);
  }
}
