package dev.cleave.tuner.search;

import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import java.util.HashSet;
import java.util.Set;

/**
 * The rule of a race: a candidate leaves when it is proven worse than the leader by more than the
 * margin, under both clocks, at an error that all comparisons of all looks share. One that is also
 * dearer than the leader leaves when it is proven not to be better by more than the margin.
 */
final class ProvenWorse implements Elimination.Rule {
  @Override
  public Set<Candidate> staying(Look look) {
    Set<Candidate> staying = new HashSet<>();
    double error = look.errorPerComparison();
    for (Clock clock : Clock.values()) {
      Standings standings = look.standings(clock);
      Candidate leader = standings.leader();
      for (Candidate rival : look.rivals()) {
        if (rival.equals(leader) || isInPlay(rival, leader, standings, look.margin(), error)) {
          staying.add(rival);
        }
      }
    }
    return staying;
  }

  private static boolean isInPlay(
      Candidate rival, Candidate leader, Standings standings, double margin, double error) {
    double most = standings.over(rival, leader).upperBound(error);
    return PlanCost.isCheaper(rival.plan(), leader.plan())
        ? most >= 1 - margin
        : most >= 1 + margin;
  }
}
