package dev.cleave.bench.trial;

import dev.cleave.tuner.measure.Candidate;
import java.nio.file.Path;
import java.util.List;

/**
 * All a worker needs to know to take the samples of one round.
 *
 * @param order the candidates, in the order in which their samples are taken
 * @param evidenceFile where the worker leaves one line a sample
 */
public record TrialSetup(TrialSettings settings, List<Candidate> order, Path evidenceFile) {
  public TrialSetup {
    order = List.copyOf(order);
  }
}
