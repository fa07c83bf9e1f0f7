package dev.cleave.tuner.simulate;

import dev.cleave.engine.CopyPlan;

/**
 * How fast a simulated device copies by a plan, without any noise. Pure: the same plan in the same
 * state takes the same time.
 */
@FunctionalInterface
public interface Surface {
  /** Copies of the reference data, in relation to one another; the unit is free. */
  double speed(CopyPlan plan, DeviceState state);

  /** What a copy leaves to be flushed behind it, in relation to what the default leaves. */
  default double flush(CopyPlan plan, DeviceState state) {
    return 1;
  }
}
