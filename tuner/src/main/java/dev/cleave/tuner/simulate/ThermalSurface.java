package dev.cleave.tuner.simulate;

import dev.cleave.engine.CopyPlan;
import java.util.Random;

/** A saw-tooth over time: slower and slower until the drive lets go again. */
final class ThermalSurface implements Surface {
  private final Surface drive;
  private final double periodSeconds;
  private final double mostLost;

  ThermalSurface(Random random) {
    drive = new NvmeSurface(random);
    periodSeconds = Draw.between(random, 15, 120);
    mostLost = Draw.between(random, 0.05, 0.35);
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
    double phase = state.seconds() / periodSeconds;
    return 1 - mostLost * (phase - Math.floor(phase));
  }
}
