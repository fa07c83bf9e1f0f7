package dev.cleave.bench.trial;

import dev.cleave.engine.CopyPlan;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.measure.Candidate;
import java.util.List;

/**
 * All a worker needs to know to take the samples of one round.
 *
 * @param targetDirectory private, on the device under test
 * @param sourceDevices names of the block devices the source is read from; empty where there are
 *     none, as on tmpfs
 * @param warmUp the plan of the copy that isn't counted
 * @param order the candidates, in the order in which their samples are taken
 * @param evidenceFile where the worker leaves one line a sample
 */
public record TrialSetup(
    SourceData source,
    String targetDirectory,
    List<String> sourceDevices,
    CacheState cacheState,
    CopyPlan warmUp,
    List<Candidate> order,
    String evidenceFile) {
  public TrialSetup {
    sourceDevices = List.copyOf(sourceDevices);
    order = List.copyOf(order);
  }
}
