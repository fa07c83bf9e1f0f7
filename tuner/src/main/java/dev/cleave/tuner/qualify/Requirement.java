package dev.cleave.tuner.qualify;

import org.jspecify.annotations.Nullable;

/**
 * What a device has to do.
 *
 * @param percentile of operations (latency) or of windows (rates), as a share: 0.99; null for the
 *     mean
 * @param afterBytes written before {@code sustained} begins; null if not stated
 * @param afterSeconds of load before it begins; null if not stated
 * @param bound in the metric's unit
 * @param confidence of PASS, as a share
 * @param line where the specification asks for it, from 1
 */
public record Requirement(
    String name,
    Workload workload,
    Metric metric,
    @Nullable Double percentile,
    RunPart part,
    @Nullable Long afterBytes,
    @Nullable Double afterSeconds,
    Comparison comparison,
    double bound,
    double confidence,
    int line) {
  public Requirement {
    if (percentile != null && !(percentile > 0 && percentile < 1)) {
      throw new IllegalArgumentException("no percentile: " + percentile);
    }
    if (!(confidence > 0.5 && confidence < 1)) {
      throw new IllegalArgumentException("no confidence: " + confidence);
    }
  }
}
