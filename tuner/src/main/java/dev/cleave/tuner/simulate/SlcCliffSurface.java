package dev.cleave.tuner.simulate;

import dev.cleave.engine.CopyPlan;
import java.util.Random;

/** Behind the cliff everything is slower by the same factor, and the knee stays where it is. */
final class SlcCliffSurface implements Surface {
  private final Surface drive;
  private final long cacheCopies;
  private final double behind;

  SlcCliffSurface(Random random) {
    drive = new NvmeSurface(random);
    cacheCopies = random.nextLong(20, 400);
    behind = Draw.between(random, 0.25, 0.7);
  }

  @Override
  public double flush(CopyPlan plan, DeviceState state) {
    return drive.flush(plan, state) / pace(state);
  }

  @Override
  public double speed(CopyPlan plan, DeviceState state) {
    return drive.speed(plan, state) * pace(state);
  }

  private double pace(DeviceState state) {
    return state.copies() < cacheCopies ? 1 : behind;
  }
}
