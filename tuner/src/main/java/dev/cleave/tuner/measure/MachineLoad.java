package dev.cleave.tuner.measure;

import org.jspecify.annotations.Nullable;

/**
 * How the processors were used meanwhile. Each is null where the kernel doesn't say.
 *
 * @param voluntarySwitches of all threads of the process that copied, while it copied
 * @param involuntarySwitches likewise: times a thread had its processor taken away
 * @param ioPressureSeconds time in which some task of the machine waited for a device (PSI), from
 *     the start until the data was durable; our own waiting is part of it
 * @param cpuPressureSeconds likewise for a processor
 * @param stealSeconds processor time that the hypervisor gave to others, of all processors together
 */
public record MachineLoad(
    @Nullable Long voluntarySwitches,
    @Nullable Long involuntarySwitches,
    @Nullable Double ioPressureSeconds,
    @Nullable Double cpuPressureSeconds,
    @Nullable Double stealSeconds) {
  public static final MachineLoad UNKNOWN = new MachineLoad(null, null, null, null, null);
}
