package dev.cleave.tuner.search;

import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rule of successive halving (Jamieson and Talwalkar, "Non-stochastic best arm identification",
 * AISTATS 2016), by a third at a time: at each look the slowest leave, proven or not. Most of the
 * candidates get the first rounds only, and the few that might win get most of the samples. Half at
 * a time took fewer samples, but at 10 % noise lost over 5 % of the throughput in one of twenty
 * tunes of the simulator.
 *
 * <p>What is not within {@value #CLEARLY} standard errors of the leader leaves as well, and of what
 * is left the three fastest always stay.
 */
final class SlowestThird implements Elimination.Rule {
  private static final int FEWEST = 3;
  private static final double CLEARLY = 4;

  /** More than two thirds, as each clock has thirds of its own. */
  @Override
  public double usualShare() {
    return 0.75;
  }

  @Override
  public Set<Candidate> staying(Look look) {
    Set<Candidate> staying = new HashSet<>();
    for (Clock clock : Clock.values()) {
      Standings standings = look.standings(clock);
      List<Candidate> ranked =
          standings.fastestFirst().stream().filter(it -> !Standings.isBaseline(it)).toList();
      int stay = Math.max(FEWEST, (2 * ranked.size() + 2) / 3);
      for (int place = 0; place < Math.min(stay, ranked.size()); place++) {
        Candidate candidate = ranked.get(place);
        if (place < FEWEST || isNear(candidate, standings)) {
          staying.add(candidate);
        }
      }
    }
    return staying;
  }

  private static boolean isNear(Candidate candidate, Standings standings) {
    double behind = -standings.over(candidate, standings.challenger()).meanLog();
    double error = standings.over(candidate, standings.challenger()).standardError();
    return candidate.equals(standings.challenger()) || !(behind > CLEARLY * error);
  }
}
