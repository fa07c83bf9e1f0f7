package dev.cleave.tuner.search;

import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.stats.Interval;

/**
 * What turning one knob does, the others left as the recommended plan has them.
 *
 * @param knob {@code backend}, {@code split depth}, {@code chunk}, {@code queue depth}, {@code
 *     workers} or {@code preallocation}
 * @param values how many values of it were measured around the plan, itself included
 * @param range throughput at its best value over that at its worst, with the 95 % interval
 * @param effect whether that is more than the margin
 */
public record KnobEffect(Clock clock, String knob, int values, Interval range, Effect effect) {
  /** Whether a knob matters. */
  public enum Effect {
    /** The range is above the margin. */
    MATTERS,
    /** The range is within the margin. */
    DOES_NOT_MATTER,
    /** The samples don't say. */
    UNCLEAR
  }
}
