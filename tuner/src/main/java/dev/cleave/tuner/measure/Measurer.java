package dev.cleave.tuner.measure;

import java.io.IOException;
import java.util.function.Consumer;

/**
 * Takes samples. Declared here and implemented in {@code bench} on JMH, which cuts the cycle that
 * the names invite: the tuner needs measurements, the bench needs the tuner.
 */
public interface Measurer {
  /**
   * Takes one sample of every candidate of the round, in its order, and hands each to {@code
   * sampleTaken} as soon as it is there.
   *
   * @throws IOException if the device can't be measured any more (no room, read-only, gone); the
   *     samples handed over before stay good
   */
  void measure(Round round, Consumer<Sample> sampleTaken) throws IOException;
}
