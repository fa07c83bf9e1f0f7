package dev.cleave.tuner.simulate;

import java.util.Random;

/**
 * What hides the truth of a simulated device, multiplied onto every copy's time.
 *
 * @param noise standard deviation of the log of one copy's time: 0.05 is 5 %; its tails are those
 *     of Student's t with 5 degrees of freedom, as slow copies are more frequent than a normal
 *     distribution has it
 * @param blockNoise standard deviation of what all copies of a round share
 * @param driftPerMinute how much slower the device gets in a minute where that is steepest: 0.02 is
 *     2 %; it comes back in time
 */
public record Disturbance(double noise, double blockNoise, double driftPerMinute) {
  private static final int TAIL_FREEDOM = 5;
  private static final double SECONDS_PER_MINUTE = 60;
  private static final double DRIFT_PERIOD_SECONDS = 1200;

  /** As noisy between rounds as within them, with a drift of up to 2 % a minute either way. */
  public static Disturbance draw(double noise, Random random) {
    return new Disturbance(noise, noise, Draw.between(random, -0.02, 0.02));
  }

  /** The factor of all copies of a round. */
  double block(Random random) {
    return Math.exp(blockNoise * random.nextGaussian());
  }

  /** The factor of one copy so many seconds after the start. */
  double copy(Random random, double seconds) {
    return Math.exp(noise * heavyTailed(random) + drift(seconds));
  }

  /** There and back within the period. */
  private double drift(double seconds) {
    double radians = 2 * Math.PI * seconds / DRIFT_PERIOD_SECONDS;
    double steepest = driftPerMinute / SECONDS_PER_MINUTE;
    return steepest * DRIFT_PERIOD_SECONDS / (2 * Math.PI) * Math.sin(radians);
  }

  /** Student's t, scaled to a standard deviation of 1. */
  private static double heavyTailed(Random random) {
    double squares = 0;
    for (int i = 0; i < TAIL_FREEDOM; i++) {
      double normal = random.nextGaussian();
      squares += normal * normal;
    }
    double scale = Math.sqrt((TAIL_FREEDOM - 2.0) / TAIL_FREEDOM);
    return scale * random.nextGaussian() / Math.sqrt(squares / TAIL_FREEDOM);
  }
}
