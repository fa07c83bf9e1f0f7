package dev.cleave.tuner.simulate;

import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.backend.BackendKind;
import java.util.Map;
import java.util.Random;

/** Tasks wait for the lock of the one file they write: a little is lost, nothing gained. */
final class InodeLockSurface implements Surface {
  private final double lossPerSplit;
  private final Map<BackendKind, Double> backends;

  InodeLockSurface(Random random) {
    lossPerSplit = Draw.between(random, 0, 0.02);
    backends = Draw.perBackend(random, 0.06);
  }

  @Override
  public double speed(CopyPlan plan, DeviceState state) {
    return Math.exp(-lossPerSplit * plan.splitDepth()) * Draw.factor(backends, plan);
  }
}
