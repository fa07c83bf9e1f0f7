package dev.cleave.tuner.simulate;

import dev.cleave.engine.CopyPlan;
import java.util.Random;

/** A cloud volume: as {@link NvmeSurface} while the credit lasts, then capped for all alike. */
final class BurstCreditSurface implements Surface {
  private final Surface burst;
  private final long creditCopies;
  private final double cap;

  BurstCreditSurface(Random random) {
    burst = new NvmeSurface(random);
    creditCopies = random.nextLong(20, 400);
    cap = Draw.between(random, 0.3, 0.9);
  }

  @Override
  public double flush(CopyPlan plan, DeviceState state) {
    return burst.flush(plan, state) / (isBurst(state) ? 1 : cap);
  }

  @Override
  public double speed(CopyPlan plan, DeviceState state) {
    double speed = burst.speed(plan, state);
    return isBurst(state) ? speed : Math.min(speed, cap);
  }

  private boolean isBurst(DeviceState state) {
    return state.copies() < creditCopies;
  }
}
