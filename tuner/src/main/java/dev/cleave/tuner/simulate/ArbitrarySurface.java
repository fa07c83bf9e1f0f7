package dev.cleave.tuner.simulate;

import dev.cleave.engine.CopyPlan;
import java.util.Random;

/** Every value of a knob has an effect, and every pair of values of two knobs a smaller one. */
final class ArbitrarySurface implements Surface {
  private final long seed;
  private final double spread;
  private final double pairSpread;

  ArbitrarySurface(Random random) {
    seed = random.nextLong();
    spread = Draw.between(random, 0.01, 0.15);
    pairSpread = spread * Draw.between(random, 0, 0.5);
  }

  @Override
  public double flush(CopyPlan plan, DeviceState state) {
    return Draw.isDirect(plan) ? 0.1 : 1;
  }

  @Override
  public double speed(CopyPlan plan, DeviceState state) {
    int[] knobs = {
      plan.backend().toString().hashCode(),
      100 + plan.splitDepth(),
      (int) (plan.chunkBytes() >> 10),
      200 + plan.queueDepth(),
      plan.preallocate() ? 301 : 300
    };
    double log = 0;
    for (int i = 0; i < knobs.length; i++) {
      log += effect(spread, knobs[i], 0);
      for (int j = i + 1; j < knobs.length; j++) {
        log += effect(pairSpread, knobs[i], knobs[j]);
      }
    }
    return Math.exp(log);
  }

  private double effect(double size, int knob, int other) {
    return size * new Random(seed ^ (31L * knob + 1_000_003L * other)).nextGaussian();
  }
}
