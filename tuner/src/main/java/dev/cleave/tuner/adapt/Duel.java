package dev.cleave.tuner.adapt;

import dev.cleave.engine.CopyPlan;
import dev.cleave.tuner.stats.PairedRatio;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One neighbour against the plan of so far: slices in the order ABBA, two that follow each other a
 * pair, looked at after each pair.
 */
final class Duel {
  /** What is known after a pair. */
  enum State {
    OPEN,
    BETTER,
    NOT_BETTER
  }

  /** So many pairs that didn't decide it mean that there is little in it. */
  private static final int MOST_PAIRS = 8;

  /** One-sided, at each look. A plan that is a little worse taken for better costs little. */
  private static final double ERROR = 0.05;

  /** At the last look, where the alternative is to stay with what is likely to be the worse one. */
  private static final double LAST_ERROR = 0.25;

  /** One-sided, when a challenger is given up that may have been better. */
  private static final double GIVE_UP_ERROR = 0.1;

  /** A gain that is not worth the search for its proof. */
  private static final double LEAST_GAIN = 0.02;

  private final @Nullable Move move;
  private final CopyPlan challenger;
  private final CopyPlan holder;
  private final PairNoise noise;
  private final List<Double> logRatios = new ArrayList<>();
  private int slices;
  private double firstOfPair;

  Duel(@Nullable Move move, CopyPlan challenger, CopyPlan holder, PairNoise noise) {
    this.move = move;
    this.challenger = challenger;
    this.holder = holder;
    this.noise = noise;
  }

  @Nullable Move move() {
    return move;
  }

  CopyPlan challenger() {
    return challenger;
  }

  CopyPlan holder() {
    return holder;
  }

  /** The plan of the next slice: A B, B A, A B, ... */
  CopyPlan next() {
    return isChallengersTurn() ? challenger : holder;
  }

  private boolean isChallengersTurn() {
    int place = slices % 4;
    return place == 1 || place == 2;
  }

  /**
   * @param logPace of the slice that was due, in log bytes per second
   */
  void add(double logPace) {
    boolean challengers = isChallengersTurn();
    slices++;
    if (slices % 2 == 1) {
      firstOfPair = logPace;
    } else {
      logRatios.add(challengers ? logPace - firstOfPair : firstOfPair - logPace);
    }
  }

  boolean isPairComplete() {
    return slices % 2 == 0;
  }

  /** Of the challenger's throughput to the holder's, by the pairs of so far alone. */
  PairedRatio pairs() {
    return PairedRatio.trimmed(logRatios.stream().mapToDouble(it -> it).toArray());
  }

  boolean hasPairs() {
    return !logRatios.isEmpty();
  }

  /** The same with what is known of the noise. */
  PairedRatio ratio() {
    return noise.moderate(pairs());
  }

  State state() {
    if (logRatios.isEmpty() || !isPairComplete()) {
      return State.OPEN;
    }
    PairedRatio ratio = ratio();
    boolean last = ratio.pairs() >= MOST_PAIRS;
    if (ratio.lowerBound(last ? LAST_ERROR : ERROR) > 1) {
      return State.BETTER;
    }
    return last || ratio.upperBound(GIVE_UP_ERROR) < 1 + LEAST_GAIN ? State.NOT_BETTER : State.OPEN;
  }
}
