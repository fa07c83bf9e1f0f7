package dev.cleave.tuner.simulate;

import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.backend.BackendKind;
import java.util.Map;
import java.util.Random;

/** Speed grows with the requests in flight as a power of their number, up to a knee. */
final class NvmeSurface implements Surface {
  private final double knee;
  private final double exponent;
  private final double lossBeyond;
  private final double bestLogChunk;
  private final double chunkLoss;
  private final Map<BackendKind, Double> backends;

  NvmeSurface(Random random) {
    knee = Math.pow(2, Draw.between(random, 0.5, 3));
    exponent = Draw.between(random, 0.05, 0.8);
    lossBeyond = Draw.between(random, 0, 0.06);
    bestLogChunk = Draw.between(random, -1, 3);
    chunkLoss = Draw.between(random, 0.001, 0.03);
    backends = Draw.perBackend(random, 0.08);
  }

  @Override
  public double flush(CopyPlan plan, DeviceState state) {
    return Draw.isDirect(plan) ? 0.1 : 1;
  }

  @Override
  public double speed(CopyPlan plan, DeviceState state) {
    double inFlight = Draw.inFlight(plan);
    double beyond = Math.max(0, Math.log(inFlight / knee) / Math.log(2));
    double distance = Draw.logChunk(plan) - bestLogChunk;
    return Math.pow(Math.min(inFlight, knee), exponent)
        * Math.exp(-lossBeyond * beyond - chunkLoss * distance * distance)
        * Draw.factor(backends, plan);
  }
}
