package dev.cleave.bench.qualify;

import dev.cleave.bench.trial.ProcessorWait;
import dev.cleave.engine.io.DeviceFile;
import dev.cleave.engine.io.RequestQueue;
import dev.cleave.tuner.qualify.Measurement;
import dev.cleave.tuner.qualify.Window;
import dev.cleave.tuner.qualify.Workload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Sequential and random reads and writes at a queue depth. */
final class BlockRunner implements WorkloadRunner {
  /** The file, which fio is given as well. */
  static final String FILE = "data";

  private static final double NANOS = 1e9;

  @Override
  public Measurement run(Workload workload, WorkloadBed bed, int pass) throws IOException {
    long before = bed.budget().written();
    try (DeviceFile file = file(workload, bed)) {
      long laidOut = bed.budget().written() - before;
      try (RequestQueue queue = queue(file, workload)) {
        bed.fill(queue);
        long start = System.nanoTime();
        boolean oneThread = queue.how().startsWith("io_uring");
        ProcessorWait wait = oneThread ? ProcessorWait.OF_THIS_THREAD : ProcessorWait.UNKNOWN;
        BlockLoad load = new BlockLoad(workload, bed, wait);
        queue.run(load);
        double seconds = (System.nanoTime() - start) / NANOS;
        List<Window> windows = load.windows();
        List<String> warnings = new ArrayList<>();
        if (!file.isDirect()) {
          warnings.add("requests went " + file.how());
        }
        return new Measurement(
            workload,
            pass,
            queue.how() + ", " + file.how(),
            laidOut,
            seconds,
            windows,
            List.of(),
            0,
            load.stopped(),
            null,
            null,
            warnings);
      }
    }
  }

  private static RequestQueue queue(DeviceFile file, Workload workload) throws IOException {
    int block = (int) workload.blockBytes();
    return workload.perSecond() == null
        ? RequestQueue.of(file, block, workload.queueDepth())
        : RequestQueue.ofThreads(file, block, workload.queueDepth());
  }

  /** What is read must have been written; what is only written needs its blocks reserved. */
  private static DeviceFile file(Workload workload, WorkloadBed bed) throws IOException {
    return workload.kind().readsData()
        ? bed.laidOut(FILE, workload.fileBytes())
        : bed.empty(FILE, workload.fileBytes());
  }
}
