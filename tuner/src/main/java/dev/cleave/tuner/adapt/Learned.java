package dev.cleave.tuner.adapt;

import dev.cleave.engine.CopyPlan;
import java.util.List;

/**
 * What a copy has found out about plans on the way.
 *
 * @param start the plan it began with
 * @param plan the one it kept
 * @param ratio throughput of {@code plan} to that of {@code start}, as it looked in the slices: a
 *     winner's, so rather too large
 * @param slices that went into it
 * @param seconds that they took
 * @param complete whether no neighbour was left to be tried
 * @param findings each comparison
 */
public record Learned(
    CopyPlan start,
    CopyPlan plan,
    double ratio,
    int slices,
    double seconds,
    boolean complete,
    List<Finding> findings) {
  public Learned {
    findings = List.copyOf(findings);
  }
}
