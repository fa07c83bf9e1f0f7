package dev.cleave.tuner.qualify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a workload's rate went over its time.
 *
 * @param burst bytes a second before the cliff; of all if there is none
 * @param sustained bytes a second behind the last change; null where that is not in a steady state
 * @param cliff null if there is none
 * @param steady whether the last five steady-state rounds meet the criterion
 * @param rounds those rounds, bytes a second each
 * @param rule in words
 */
public record LoadShape(
    double burst,
    @Nullable Double sustained,
    @Nullable Cliff cliff,
    boolean steady,
    List<Double> rounds,
    double range,
    double slopeExcursion,
    String rule) {
  public LoadShape {
    rounds = List.copyOf(rounds);
  }
}
