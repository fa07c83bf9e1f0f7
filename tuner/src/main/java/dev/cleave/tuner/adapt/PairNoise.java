package dev.cleave.tuner.adapt;

import dev.cleave.tuner.stats.PairedRatio;

/**
 * How much the log ratio of two neighbouring slices varies in this copy, by all pairs of so far:
 * few pairs say little of their own spread.
 */
final class PairNoise {
  /**
   * What is assumed before anything was measured, and for how many degrees of freedom it counts.
   */
  private static final double ASSUMED_SD_LOG = 0.1;

  private static final int ASSUMED_FREEDOM = 3;
  private static final int MOST_FREEDOM = 30;

  private double squares = ASSUMED_FREEDOM * ASSUMED_SD_LOG * ASSUMED_SD_LOG;
  private int freedom = ASSUMED_FREEDOM;

  /** The log ratio of two slices of one plan, one behind the other. */
  void addSamePlan(double logRatio) {
    squares += logRatio * logRatio;
    freedom++;
  }

  /** The spread within a comparison that is over. */
  void add(PairedRatio pairs) {
    if (pairs.freedom() > 0) {
      squares += pairs.freedom() * pairs.sdLog() * pairs.sdLog();
      freedom += pairs.freedom();
    }
  }

  double sdLog() {
    return Math.sqrt(squares / freedom);
  }

  PairedRatio moderate(PairedRatio pairs) {
    return pairs.moderated(sdLog(), Math.min(freedom, MOST_FREEDOM));
  }
}
