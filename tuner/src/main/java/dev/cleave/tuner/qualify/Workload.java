package dev.cleave.tuner.qualify;

import dev.cleave.engine.CopyPlan;
import org.jspecify.annotations.Nullable;

/**
 * One load on the device; requirements with the same one share its measurement.
 *
 * @param blockBytes of each request; of {@code fdatasync} the record, of {@code creates} the file
 * @param queueDepth of the device: requests in flight; files at once with {@code creates}
 * @param fileBytes of the file that is read and written
 * @param seconds how long it runs
 * @param windowSeconds of which there is one value each
 * @param readShare of the operations of {@code mixed}; 0 otherwise
 * @param perSecond operations that are due each second, whether the device keeps up or not; null
 *     for as many as it does
 * @param plan of {@code copy}; null for that of the profile
 */
public record Workload(
    WorkloadKind kind,
    long blockBytes,
    int queueDepth,
    long fileBytes,
    double seconds,
    double windowSeconds,
    double readShare,
    @Nullable Double perSecond,
    @Nullable CopyPlan plan) {
  public Workload {
    if (blockBytes <= 0 || queueDepth <= 0 || fileBytes < blockBytes) {
      throw new IllegalArgumentException(
          "no load: blocks of " + blockBytes + ", " + queueDepth + " at once, of " + fileBytes);
    }
    if (!(seconds > 0) || !(windowSeconds > 0) || windowSeconds > seconds) {
      throw new IllegalArgumentException("no time: " + windowSeconds + " s of " + seconds + " s");
    }
    if (!(readShare >= 0 && readShare <= 1) || (perSecond != null && !(perSecond > 0))) {
      throw new IllegalArgumentException("no mix: " + readShare + ", " + perSecond);
    }
  }
}
