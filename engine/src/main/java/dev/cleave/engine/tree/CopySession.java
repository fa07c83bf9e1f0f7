package dev.cleave.engine.tree;

import dev.cleave.engine.Cancellation;
import dev.cleave.engine.CopyItem;
import dev.cleave.engine.CopyListener;
import dev.cleave.engine.CopyPlans;
import dev.cleave.engine.CopyRequest;
import dev.cleave.engine.PlanUse;
import dev.cleave.engine.SplitTask;
import dev.cleave.engine.linux.Syscalls;
import dev.cleave.engine.options.CopyOptions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;

/**
 * What all files of one copy share: the request, the workers, the buffers, and the tally. One
 * thread, the caller's, walks and commits; the workers only copy ranges.
 */
final class CopySession implements AutoCloseable {
  private final CopyRequest request;
  private final Syscalls syscalls;
  private final BufferPool buffers;
  private final BandwidthLimit bandwidth;
  private final Set<PlanUse> plans = new LinkedHashSet<>();
  private final List<String> warnings = new ArrayList<>();
  private @Nullable ForkJoinPool workers;
  private long files;
  private long bytes;

  CopySession(CopyRequest request, Syscalls syscalls, BandwidthLimit.Clock clock) {
    this.request = request;
    this.buffers = new BufferPool(request.options().data().memoryLimitBytes());
    this.bandwidth = new BandwidthLimit(request.options().data().bandwidthLimit(), clock);
    this.syscalls = syscalls;
  }

  Syscalls syscalls() {
    return syscalls;
  }

  CopyOptions options() {
    return request.options();
  }

  CopyPlans plansAsked() {
    return request.plans();
  }

  CopyListener listener() {
    return request.listener();
  }

  Cancellation cancellation() {
    return request.cancellation();
  }

  BandwidthLimit bandwidth() {
    return bandwidth;
  }

  BufferPool buffers() {
    return buffers;
  }

  /** Runs the split, in this thread alone if there is but one task. */
  void run(SplitTask root, int tasks) {
    if (tasks == 1) {
      root.compute();
    } else {
      workers(tasks).invoke(root);
    }
  }

  private ForkJoinPool workers(int parallelism) {
    if (workers != null && workers.getParallelism() < parallelism) {
      workers.shutdown();
      workers = null;
    }
    if (workers == null) {
      workers = WorkerThreads.pool(parallelism);
    }
    return workers;
  }

  void copied(CopyItem item, long dataBytes) {
    files++;
    bytes += dataBytes;
    listener().finished(item);
  }

  void used(PlanUse use) {
    plans.add(use);
  }

  void warn(String warning) {
    warnings.add(warning);
    listener().warned(warning);
  }

  long files() {
    return files;
  }

  long bytes() {
    return bytes;
  }

  List<PlanUse> plansUsed() {
    return List.copyOf(plans);
  }

  List<String> warnings() {
    return warnings;
  }

  @Override
  public void close() {
    try (buffers) {
      if (workers != null) {
        workers.close();
      }
    }
  }
}
