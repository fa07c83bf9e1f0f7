package dev.cleave.tuner.qualify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What else went on while a workload ran; null is what the kernel doesn't say.
 *
 * @param deviceBytesRead that went through the block devices
 * @param expectedBytesRead that our reads explain
 * @param idleBytesPerSecond what the devices moved while we did nothing, before and behind
 * @param ioPressureSeconds PSI, some, of the whole machine
 * @param processorWaitShare of the load's time, in which the thread that makes its requests waited
 *     for a processor; null where there are many
 * @param celsius of the hottest device
 * @param limits of control groups that were reached, in words
 */
public record Surroundings(
    @Nullable Long deviceBytesRead,
    @Nullable Long deviceBytesWritten,
    long expectedBytesRead,
    long expectedBytesWritten,
    @Nullable Double idleBytesPerSecond,
    @Nullable Double ioPressureSeconds,
    @Nullable Double cpuPressureSeconds,
    @Nullable Double stealSeconds,
    @Nullable Double processorWaitShare,
    @Nullable Double celsius,
    List<String> limits) {
  public Surroundings {
    limits = List.copyOf(limits);
  }
}
