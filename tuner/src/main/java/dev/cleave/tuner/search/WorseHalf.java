package dev.cleave.tuner.search;

import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rule of successive halving (Jamieson and Talwalkar, "Non-stochastic best arm identification",
 * AISTATS 2016): at each look the slower half leaves, proven or not. Half of the candidates get the
 * first rounds only, and the few that might win get most of the samples.
 *
 * <p>What is not within {@value #CLEARLY} standard errors of the leader leaves as well, and of what
 * is left the three fastest always stay.
 */
final class WorseHalf implements Elimination.Rule {
  private static final int FEWEST = 3;
  private static final double CLEARLY = 4;

  /** More than a half, as each clock has a half of its own. */
  @Override
  public double usualShare() {
    return 0.6;
  }

  @Override
  public Set<Candidate> staying(Look look) {
    Set<Candidate> staying = new HashSet<>();
    for (Clock clock : Clock.values()) {
      Standings standings = look.standings(clock);
      List<Candidate> ranked =
          standings.fastestFirst().stream().filter(it -> !Standings.isBaseline(it)).toList();
      int half = Math.max(FEWEST, (ranked.size() + 1) / 2);
      for (int place = 0; place < Math.min(half, ranked.size()); place++) {
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
