package dev.cleave.tuner.simulate;

import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.backend.BackendKind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/** Parameters of surfaces, drawn. */
final class Draw {
  private Draw() {}

  static double between(Random random, double least, double most) {
    return least + (most - least) * random.nextDouble();
  }

  /** A factor for each backend, around 1 by about so much. */
  static Map<BackendKind, Double> perBackend(Random random, double spread) {
    Map<BackendKind, Double> factors = new EnumMap<>(BackendKind.class);
    for (BackendKind backend : BackendKind.values()) {
      factors.put(backend, Math.exp(spread * random.nextGaussian()));
    }
    return factors;
  }

  /** Binary logarithm of the chunk in MiB. */
  static double logChunk(CopyPlan plan) {
    return Math.log(plan.chunkBytes() / 1048576.0) / Math.log(2);
  }

  /** Requests in flight. */
  static int inFlight(CopyPlan plan) {
    return plan.tasks() * plan.queueDepth();
  }

  static boolean isDirect(CopyPlan plan) {
    return plan.backend() == BackendKind.DIRECT || plan.backend() == BackendKind.URING_DIRECT;
  }

  static double factor(Map<BackendKind, Double> factors, CopyPlan plan) {
    return factors.getOrDefault(plan.backend(), 1.0);
  }
}
