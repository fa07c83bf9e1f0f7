package dev.cleave.tuner.search;

import dev.cleave.tuner.measure.Candidate;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Rounds of all candidates, then of ever fewer: after some rounds the samples are looked at, and
 * candidates leave by a rule. It ends when what is left is as good as the leader, or the budget is
 * used up.
 */
final class Elimination implements SearchStrategy {
  /** One round proves nothing, but is enough to tell some of the slowest. */
  private static final int FIRST_LOOK = 1;

  /** Rounds between looks grow, so that there are few of them. */
  private static final double NEXT_LOOK = 1.35;

  /** Who stays. */
  interface Rule {
    /** Those of the rivals that are worth more rounds; a candidate stays if any clock wants it. */
    Set<Candidate> staying(Look look);

    /** Roughly which share of the candidates a look leaves: all, where nothing may be provable. */
    default double usualShare() {
      return 1;
    }
  }

  private final Rule rule;

  Elimination(Rule rule) {
    this.rule = rule;
  }

  @Override
  public double roundsOfAll(int rounds) {
    double ofAll = 0;
    double share = 1;
    int nextLook = FIRST_LOOK;
    for (int round = 1; round <= rounds; round++) {
      ofAll += share;
      if (round == nextLook) {
        nextLook = afterwards(nextLook);
        share *= rule.usualShare();
      }
    }
    return ofAll;
  }

  private static int afterwards(int look) {
    return (int) Math.ceil(NEXT_LOOK * look);
  }

  @Override
  public void search(List<Candidate> candidates, Sweep sweep) throws IOException {
    List<Candidate> left = candidates;
    int rounds = 0;
    int nextLook = FIRST_LOOK;
    boolean going = sweep.round(left);
    while (going) {
      rounds++;
      if (rounds == nextLook) {
        nextLook = afterwards(nextLook);
        Look look = sweep.look(left);
        left = look.with(rule.staying(look));
        going = !look.isSettled();
      }
      going = going && left.size() > 2 && sweep.round(left);
    }
  }
}
