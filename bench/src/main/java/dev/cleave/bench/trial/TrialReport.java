package dev.cleave.bench.trial;

import dev.cleave.engine.CopyPlan;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Evidence;
import dev.cleave.tuner.measure.Round;
import dev.cleave.tuner.measure.Sample;
import java.util.List;

/**
 * What is known of one sample, beside its time on the command clock.
 *
 * @param syncSeconds from the end of the copy until its data was durable
 */
public record TrialReport(
    CopyPlan used,
    long bytes,
    double syncSeconds,
    Evidence evidence,
    List<String> warnings,
    List<String> invalid) {
  public TrialReport {
    warnings = List.copyOf(warnings);
    invalid = List.copyOf(invalid);
  }

  /** The sample of which this is known. */
  public Sample sample(Round round, int position, double commandSeconds) {
    Candidate candidate = round.order().get(position);
    return new Sample(
        round.number(),
        position,
        round.phase(),
        candidate.name(),
        round.sizeClass(),
        candidate.plan(),
        used,
        bytes,
        commandSeconds,
        commandSeconds + syncSeconds,
        evidence,
        warnings,
        invalid);
  }
}
