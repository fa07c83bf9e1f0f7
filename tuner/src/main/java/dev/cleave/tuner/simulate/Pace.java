package dev.cleave.tuner.simulate;

import java.util.Random;

/**
 * How long a simulated device takes for the sequential copy.
 *
 * @param defaultSeconds until the command returns
 * @param flushShare what it then takes until the data is durable, over {@code defaultSeconds}
 */
public record Pace(double defaultSeconds, double flushShare) {
  public Pace {
    if (!(defaultSeconds > 0) || !(flushShare >= 0)) {
      throw new IllegalArgumentException("no copy takes " + defaultSeconds + " s, " + flushShare);
    }
  }

  /** The copies that a tune aims at: half a second or a little more. */
  public static Pace draw(Random random) {
    return new Pace(Draw.between(random, 0.4, 0.8), Draw.between(random, 0, 0.8));
  }
}
