package dev.cleave.bench.trial;

import org.jspecify.annotations.Nullable;

/** Processor time that the hypervisor gave to others while we wanted it, from /proc/stat. */
final class StealTime {
  /** The word "cpu", then user, nice, system, idle, iowait, irq, softirq, steal; proc_stat(5). */
  private static final int STEAL_FIELD = 8;

  /** USER_HZ: 100 on every architecture that Linux runs a JVM on; time(7). */
  private static final double TICKS_PER_SECOND = 100;

  private StealTime() {}

  /** Seconds since boot, of all processors together; null where the kernel doesn't say. */
  static @Nullable Double seconds(KernelFiles kernel) {
    for (String line : KernelFiles.lines(kernel.proc().resolve("stat"))) {
      String[] fields = line.split("\\s+", -1);
      if (fields[0].equals("cpu") && fields.length > STEAL_FIELD) {
        Long ticks = KernelFiles.number(fields[STEAL_FIELD]);
        return ticks == null ? null : Double.valueOf(ticks / TICKS_PER_SECOND);
      }
    }
    return null;
  }
}
