package dev.cleave.tuner.simulate;

import dev.cleave.engine.CopyPlan;
import java.util.Random;

/** Direct requests are counted as they are; buffered ones the kernel makes large by itself. */
final class IopsCapSurface implements Surface {
  private static final double MEBIBYTE = 1048576;
  private static final double MERGED_BYTES = MEBIBYTE;

  private final double requestsPerSecond;
  private final double bytesPerSecond;

  IopsCapSurface(Random random) {
    requestsPerSecond = Draw.between(random, 50, 400);
    bytesPerSecond = Draw.between(random, 150, 1500) * MEBIBYTE;
  }

  @Override
  public double flush(CopyPlan plan, DeviceState state) {
    return Draw.isDirect(plan) ? 0.1 : 1;
  }

  @Override
  public double speed(CopyPlan plan, DeviceState state) {
    double request = Draw.isDirect(plan) ? plan.chunkBytes() : MERGED_BYTES;
    return Math.min(requestsPerSecond * request, bytesPerSecond) / (100 * MEBIBYTE);
  }
}
