package dev.cleave.tuner.simulate;

import dev.cleave.engine.CopyPlan;
import java.util.Random;

/** The head travels between the ranges; longer requests travel less. */
final class HddSurface implements Surface {
  private final double lossPerSplit;
  private final double gainPerChunk;

  HddSurface(Random random) {
    lossPerSplit = Draw.between(random, 0.1, 0.45);
    gainPerChunk = Draw.between(random, 0, 0.05);
  }

  @Override
  public double speed(CopyPlan plan, DeviceState state) {
    double travelling = plan.splitDepth() == 0 ? 0.3 : 1;
    return Math.exp(
        -lossPerSplit * plan.splitDepth()
            + gainPerChunk * travelling * Math.min(2, Draw.logChunk(plan)));
  }
}
