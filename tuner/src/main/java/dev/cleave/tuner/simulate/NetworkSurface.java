package dev.cleave.tuner.simulate;

import dev.cleave.engine.CopyPlan;
import java.util.Random;

/** Each request waits for the round trip, and all share the line. */
final class NetworkSurface implements Surface {
  private static final double MEBIBYTE = 1048576;

  private final double latencySeconds;
  private final double bytesPerSecond;

  NetworkSurface(Random random) {
    latencySeconds = Draw.between(random, 0.0005, 0.02);
    bytesPerSecond = Draw.between(random, 100, 1200) * MEBIBYTE;
  }

  @Override
  public double flush(CopyPlan plan, DeviceState state) {
    return Draw.isDirect(plan) ? 0.1 : 1;
  }

  @Override
  public double speed(CopyPlan plan, DeviceState state) {
    double inFlight = (double) Draw.inFlight(plan) * plan.chunkBytes();
    return Math.min(
            inFlight / (latencySeconds + plan.chunkBytes() / bytesPerSecond), bytesPerSecond)
        / bytesPerSecond;
  }
}
