package dev.cleave.engine.tree;

import dev.cleave.engine.BytePath;
import dev.cleave.engine.Cancellation;
import dev.cleave.engine.CopyListener;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.CopyRequest;
import dev.cleave.engine.FilesInFlight;
import dev.cleave.engine.SlicePlanner;
import dev.cleave.engine.SplitTask;
import dev.cleave.engine.linux.Fd;
import dev.cleave.engine.linux.Open;
import dev.cleave.engine.linux.SyscallException;
import dev.cleave.engine.linux.Syscalls;
import dev.cleave.engine.options.CopyOptions;
import dev.cleave.engine.options.Dereference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;

/**
 * What all files of one copy share: the request, the threads that copy ranges, the buffers, and
 * what comes of it. Any thread may use it.
 */
final class CopySession implements AutoCloseable {
  private final CopyRequest request;
  private final @Nullable Rehearsal rehearsal;
  private final Syscalls syscalls;
  private final BufferPool buffers;
  private final BandwidthLimit bandwidth;
  private final Results results;
  private final Cancellation stop;
  private final DescriptorRelief relief = new DescriptorRelief();
  private final int filesInFlight;
  private final DevicePlans namedPlans;
  private final PlansByDevice plansByDevice;
  private final OpenDirectories openDirectories;
  private final Cloning cloning = new Cloning(this);
  private final NamedCopies namedCopies;
  private @Nullable ForkJoinPool workers;
  private final List<ForkJoinPool> smallerPools = new ArrayList<>(0);
  private @Nullable HardLinks hardLinks;
  private @Nullable Fd rootDirectory;

  /**
   * @param rehearsal null unless nothing shall be changed
   */
  CopySession(
      CopyRequest request,
      Syscalls syscalls,
      BandwidthLimit.Clock clock,
      @Nullable Rehearsal rehearsal) {
    this.request = request;
    this.rehearsal = rehearsal;
    this.results = new Results(request.listener());
    this.stop = request.cancellation().inner();
    this.buffers = new BufferPool(request.options().data().memoryLimitBytes());
    this.bandwidth = new BandwidthLimit(request.options().data().bandwidthLimit(), clock);
    this.namedCopies = new NamedCopies(request.items().size());
    this.syscalls = syscalls;
    this.filesInFlight = rehearsal == null ? FilesInFlight.of(request) : 1;
    this.namedPlans = new DevicePlans(request);
    this.plansByDevice = new PlansByDevice(request, namedPlans);
    this.openDirectories = new OpenDirectories(syscalls, filesInFlight);
  }

  Syscalls syscalls() {
    return syscalls;
  }

  /** What would have been made so far; null if that is made. */
  @Nullable Rehearsal rehearsal() {
    return rehearsal;
  }

  CopyOptions options() {
    return request.options();
  }

  PlansByDevice plansByDevice() {
    return plansByDevice;
  }

  /** What the files of the directory go by. */
  DevicePlans plansIn(DirectoryPair directory) {
    DevicePlans plans = directory.plans();
    return plans == null ? namedPlans : plans;
  }

  SlicePlanner slicePlanner() {
    return request.slicePlanner();
  }

  CopyListener listener() {
    return request.listener();
  }

  /** What stops everything: the user, or the first error that isn't just one entry's. */
  Cancellation stop() {
    return stop;
  }

  /** Files that are copied at once. */
  int filesInFlight() {
    return filesInFlight;
  }

  /** What the buffers of one file may take, so that all in flight stay within the limit. */
  long memoryPerFileBytes() {
    return request.options().data().memoryLimitBytes() / filesInFlight;
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

  /** As many threads as the plan with the most tasks can use, of those that are known so far. */
  private synchronized ForkJoinPool workers(int tasks) {
    if (workers != null && workers.getParallelism() < tasks) {
      smallerPools.add(workers); // files may still be copied by it
      workers = null;
    }
    if (workers == null) {
      int most = Math.max(tasks, request.slicePlanner().mostTasks());
      for (CopyPlan plan : request.plans().byClass().values()) {
        most = Math.max(most, plan.tasks());
      }
      workers = WorkerThreads.pool(most);
    }
    return workers;
  }

  NamedCopies namedCopies() {
    return namedCopies;
  }

  /** The copies of files with several names. */
  synchronized HardLinks hardLinks() {
    if (hardLinks == null) {
      boolean namesMetOnce =
          request.items().size() == 1
              && request.options().tree().dereference() == Dereference.NEVER;
      hardLinks = new HardLinks(namesMetOnce);
    }
    return hardLinks;
  }

  /** Below which the copies of files with several names are found again. */
  synchronized TreeRoot root() throws SyscallException {
    BytePath path = BytePath.of("/");
    if (rootDirectory == null) {
      rootDirectory = Fd.open(syscalls, Open.AT_CWD, path, Open.PATH | Open.DIRECTORY, 0);
    }
    return new TreeRoot(rootDirectory);
  }

  Cloning cloning() {
    return cloning;
  }

  DescriptorRelief relief() {
    return relief;
  }

  OpenDirectories openDirectories() {
    return openDirectories;
  }

  Results results() {
    return results;
  }

  @Override
  public void close() throws IOException {
    HardLinks links = hardLinks;
    Fd directory = rootDirectory;
    try (buffers;
        links;
        directory) {
      if (workers != null) {
        workers.close();
      }
      for (ForkJoinPool pool : smallerPools) {
        pool.close();
      }
    }
  }
}
