package dev.cleave.bench.trial;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long the calling thread has waited for a processor since it began. */
@FunctionalInterface
public interface ProcessorWait {
  /** Where there are many threads, or what they wait for a processor is part of the load. */
  ProcessorWait UNKNOWN = () -> null;

  ProcessorWait OF_THIS_THREAD = () -> seconds(KernelFiles.OF_THIS_MACHINE);

  /** Null if the kernel doesn't say. */
  @Nullable Double seconds();

  /**
   * By the scheduler's account of this thread: nanoseconds on a processor, nanoseconds ready for
   * one, how often it got one (Documentation/scheduler/sched-stats.rst). Less what it takes to be
   * woken up, which is part of any request: 4 to 7 microseconds were measured on a virtual machine.
   */
  static @Nullable Double seconds(KernelFiles kernel) {
    Path file = kernel.proc().resolve("thread-self/schedstat");
    List<String> lines = KernelFiles.lines(file);
    String[] fields = lines.isEmpty() ? new String[0] : lines.getFirst().split(" ", -1);
    Long nanos = fields.length < 3 ? null : KernelFiles.number(fields[1]);
    Long times = fields.length < 3 ? null : KernelFiles.number(fields[2]);
    return nanos == null || times == null ? null : Double.valueOf(nanos / 1e9 - times * 1e-5);
  }
}
