package dev.cleave.tuner.search;

import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Sample;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A look at a sweep that goes on: how the candidates that are left stand under each clock.
 *
 * @param number of the look, from 1 on
 * @param candidates those left, the default and its twin first
 * @param margin the loss that counts as none
 * @param errors of the whole sweep
 */
record Look(
    int number,
    List<Candidate> candidates,
    Map<Clock, Standings> standings,
    double margin,
    ErrorBudget errors) {
  static Look at(
      int number,
      List<Candidate> candidates,
      List<Sample> samples,
      double margin,
      ErrorBudget errors) {
    Map<Clock, Standings> standings = new EnumMap<>(Clock.class);
    for (Clock clock : Clock.values()) {
      standings.put(clock, new Standings(candidates, samples, clock));
    }
    return new Look(number, candidates, standings, margin, errors);
  }

  Standings standings(Clock clock) {
    Standings found = standings.get(clock);
    if (found == null) {
      throw new IllegalStateException("no standings under the " + clock + " clock");
    }
    return found;
  }

  /** Candidates without the default and its twin. */
  List<Candidate> rivals() {
    return candidates.subList(2, candidates.size());
  }

  /** The default, its twin and those that stay, in the order they had. */
  List<Candidate> with(Set<Candidate> staying) {
    List<Candidate> left = new ArrayList<>(candidates.subList(0, 2));
    rivals().stream().filter(staying::contains).forEach(left::add);
    return List.copyOf(left);
  }

  /**
   * What this look may spend on one comparison with the best. However many looks there are, the
   * parts 1/2, 1/6, 1/12 and so on don't add up to more than the whole.
   */
  double errorPerComparison() {
    double allLooks = errors.perComparisonWithBest(Math.max(1, rivals().size()));
    return allLooks / number / (number + 1);
  }

  /** Whether taking the leader costs no more than the margin, under either clock. */
  boolean isSettled() {
    return regretBound() <= margin;
  }

  double regretBound() {
    double error = errors.perComparisonWithBest(Math.max(1, rivals().size()));
    return standings.values().stream()
        .mapToDouble(standing -> standing.regretBound(error))
        .max()
        .orElseThrow();
  }
}
