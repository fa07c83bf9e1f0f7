package dev.cleave.tuner.simulate;

import dev.cleave.engine.CopyPlan;
import java.util.Random;

/** A percent here or there, without any order. */
final class NearTiesSurface implements Surface {
  private final long seed;
  private final double spread;

  NearTiesSurface(Random random) {
    seed = random.nextLong();
    spread = Draw.between(random, 0.001, 0.006);
  }

  @Override
  public double speed(CopyPlan plan, DeviceState state) {
    return Math.exp(spread * new Random(seed ^ plan.toString().hashCode()).nextGaussian());
  }
}
