package dev.cleave.bench.trial;

import dev.cleave.engine.CopyPlan;
import dev.cleave.tuner.measure.Evidence;
import java.util.List;

/**
 * What a worker says of one sample, beside its time on the command clock, which JMH keeps.
 *
 * @param syncSeconds from the end of the copy until its data was durable
 */
public record TrialEvidence(
    String candidate,
    CopyPlan used,
    long bytes,
    double syncSeconds,
    Evidence evidence,
    List<String> warnings,
    List<String> invalid) {
  public TrialEvidence {
    warnings = List.copyOf(warnings);
    invalid = List.copyOf(invalid);
  }
}
