package dev.cleave.bench.qualify;

import java.io.IOException;

/** A workload that can't be run, or not to its end; its requirements are not decided. */
final class WorkloadException extends IOException {
  private static final long serialVersionUID = 1;

  WorkloadException(String message) {
    super(message);
  }
}
