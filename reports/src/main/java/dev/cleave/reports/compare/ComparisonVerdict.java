package dev.cleave.reports.compare;

import dev.cleave.tuner.stats.Interval;
import java.util.Collection;

/** How fast a run is beside another one, at a margin. */
public enum ComparisonVerdict {
  /** No more than the margin apart. */
  SAME,
  /** Faster by more than the margin. */
  FASTER,
  /** Slower by more than the margin. */
  SLOWER,
  /** The samples don't say. */
  UNCLEAR;

  /**
   * By where the interval lies.
   *
   * @param ratio throughput over that of the run it is compared with
   * @param margin the loss that counts as none, 0.03 for 3 %; a gain that it undoes counts as none
   */
  static ComparisonVerdict of(Interval ratio, double margin) {
    double least = 1 - margin;
    double most = 1 / least;
    if (ratio.isBelow(least)) {
      return SLOWER;
    }
    if (ratio.isAbove(most)) {
      return FASTER;
    }
    return ratio.low() >= least && ratio.high() <= most ? SAME : UNCLEAR;
  }

  /** Of all together: the worst that is known, and no good word over what isn't clear. */
  static ComparisonVerdict overall(Collection<ComparisonVerdict> verdicts) {
    if (verdicts.contains(SLOWER)) {
      return SLOWER;
    }
    if (verdicts.contains(UNCLEAR)) {
      return UNCLEAR;
    }
    return verdicts.contains(FASTER) ? FASTER : SAME;
  }
}
