package dev.cleave.tuner.simulate;

import dev.cleave.engine.CopyPlan;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Measurer;

/** A device that can be measured, noise and all, and whose truth is known beside that. */
interface KnownDevice extends Measurer {
  /** How long a copy by a plan takes now, without any noise. */
  double seconds(CopyPlan plan, Clock until);
}
