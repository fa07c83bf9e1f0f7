package dev.cleave.engine;

import dev.cleave.engine.linux.Libc;
import java.io.IOException;

/**
 * What processes have used of the machine, by getrusage(2); threads that have ended are counted,
 * which /proc/self/status doesn't.
 *
 * @param cpuSeconds user and system time
 * @param voluntarySwitches threads that gave up the processor, mostly to wait
 * @param involuntarySwitches threads that had it taken away
 */
public record ResourceUse(double cpuSeconds, long voluntarySwitches, long involuntarySwitches) {
  private static final int SELF = 0; // RUSAGE_SELF, linux/resource.h
  private static final int CHILDREN = -1; // RUSAGE_CHILDREN

  /** Of this process since it started. */
  public static ResourceUse ofThisProcess() throws IOException {
    return Libc.INSTANCE.getrusage(SELF);
  }

  /** Of all children of this process, and of theirs, that have ended and were waited for. */
  public static ResourceUse ofEndedChildren() throws IOException {
    return Libc.INSTANCE.getrusage(CHILDREN);
  }

  public ResourceUse since(ResourceUse start) {
    return new ResourceUse(
        cpuSeconds - start.cpuSeconds,
        voluntarySwitches - start.voluntarySwitches,
        involuntarySwitches - start.involuntarySwitches);
  }
}
