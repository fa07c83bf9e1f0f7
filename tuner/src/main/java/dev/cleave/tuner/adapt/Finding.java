package dev.cleave.tuner.adapt;

import dev.cleave.engine.CopyPlan;

/**
 * What came of one comparison.
 *
 * @param against the plan of so far
 * @param pairs of slices
 * @param ratio throughput of {@code plan} to that of {@code against}; NaN without a pair
 * @param low the ratio that the true one falls short of with a probability of 5 %; 0 if unknown
 * @param high the ratio that the true one exceeds with a probability of 5 %; infinite if unknown
 */
public record Finding(
    CopyPlan plan,
    CopyPlan against,
    int pairs,
    double ratio,
    double low,
    double high,
    Ending ending) {
  private static final double ERROR = 0.05;

  /** How it ended. */
  public enum Ending {
    BETTER("better, kept"),
    NOT_BETTER("not better"),
    /** Its backend fell back on another. */
    FAILED("its backend failed"),
    /** The device's pace changed too much to go on with what was measured. */
    OTHER_REGIME("broken off: the pace changed"),
    /** The time for the search was over, or the file was. */
    BROKEN_OFF("broken off");

    private final String label;

    Ending(String label) {
      this.label = label;
    }

    /** Whether the copy went on by the plan. */
    public boolean isMove() {
      return this == BETTER;
    }

    /** For people. */
    @Override
    public String toString() {
      return label;
    }
  }

  static Finding of(Duel duel, Ending ending) {
    var ratio = duel.ratio();
    return new Finding(
        duel.challenger(),
        duel.holder(),
        ratio.pairs(),
        ratio.ratio(),
        ratio.lowerBound(ERROR),
        ratio.upperBound(ERROR),
        ending);
  }
}
