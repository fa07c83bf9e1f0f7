package dev.cleave.bench.trial;

import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.PlanUse;
import dev.cleave.engine.ResourceUse;
import java.util.List;

/**
 * What a copy under measurement says of itself.
 *
 * @param plans which plans were asked for and which ran, by size class
 * @param bytes copied
 * @param commandSeconds its time, about: JMH keeps the clock where it counts
 * @param resources what the process that copied used while it did
 */
public record CopyResult(
    List<PlanUse> plans,
    long bytes,
    double commandSeconds,
    ResourceUse resources,
    List<String> warnings) {
  public CopyResult {
    plans = List.copyOf(plans);
    warnings = List.copyOf(warnings);
  }

  /** The plan that ran; one that isn't {@code asked}, if any. */
  CopyPlan used(CopyPlan asked) {
    return plans.stream()
        .map(PlanUse::used)
        .filter(used -> !used.equals(asked))
        .findFirst()
        .orElse(asked);
  }
}
