package dev.cleave.tuner.profile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a plan lost, in each of several runs, against the plan that was best there.
 *
 * @param worst the largest loss: 0.02 where the plan had 98 % of the best plan's throughput
 * @param byRun the loss in each run, by the run's id
 */
public record WorstRegret(double worst, Map<String, Double> byRun) {
  public WorstRegret {
    byRun = Collections.unmodifiableMap(new LinkedHashMap<>(byRun));
    if (byRun.isEmpty() || !isShare(worst)) {
      throw new IllegalArgumentException("no regret of runs: " + worst + " of " + byRun.keySet());
    }
    for (@Nullable Double regret : byRun.values()) {
      if (regret == null || !isShare(regret)) {
        throw new IllegalArgumentException("a regret must be from 0 to 1, not " + regret);
      }
    }
  }

  /** From the loss in each run. */
  static WorstRegret of(Map<String, Double> byRun) {
    return new WorstRegret(
        byRun.values().stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN), byRun);
  }

  private static boolean isShare(double regret) {
    return regret >= 0 && regret <= 1;
  }
}
