package dev.cleave.bench.qualify;

import dev.cleave.tuner.qualify.Measurement;
import dev.cleave.tuner.qualify.Workload;
import dev.cleave.tuner.qualify.WorkloadKind;
import java.io.IOException;

/** Puts one kind of load on a device. Stateless. */
interface WorkloadRunner {
  /**
   * Runs it for its time and leaves nothing but, maybe, its file in the bed's directory.
   *
   * @throws IOException if the device fails, or there is no room or budget to begin
   */
  Measurement run(Workload workload, WorkloadBed bed, int pass) throws IOException;

  static WorkloadRunner of(WorkloadKind kind) {
    return switch (kind) {
      case SEQUENTIAL_READ, SEQUENTIAL_WRITE, RANDOM_READ, RANDOM_WRITE, MIXED -> new BlockRunner();
      case FDATASYNC -> new FdatasyncRunner();
      case CREATES -> new CreatesRunner();
      case COPY -> new CopyRunner();
      case INTEGRITY -> new IntegrityRunner();
    };
  }
}
