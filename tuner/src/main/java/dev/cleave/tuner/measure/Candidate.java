package dev.cleave.tuner.measure;

import dev.cleave.engine.CopyPlan;

/**
 * A plan under test.
 *
 * @param name unique in a run, as {@code nio-d2-c4MiB}; {@link #BASELINE} and {@link #TWIN} are the
 *     default plan and its A/A twin
 */
public record Candidate(String name, CopyPlan plan) {
  /** The name of the default plan, which every other one is compared with. */
  public static final String BASELINE = "default";

  /** The baseline under another name: any difference between the two is noise. */
  public static final String TWIN = "default-twin";
}
