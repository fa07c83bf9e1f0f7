package dev.cleave.bench.tune;

import dev.cleave.tuner.measure.Measurer;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.measure.Round;
import dev.cleave.tuner.measure.Sample;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Each phase by its measurer: whole processes, or copies within a worker.
 *
 * @param processes for {@link Phase#PROCESS}
 * @param workers for every other phase
 */
record PhasedMeasurer(Measurer processes, Measurer workers) implements Measurer {
  @Override
  public void measure(Round round, Consumer<Sample> sampleTaken) throws IOException {
    (round.phase() == Phase.PROCESS ? processes : workers).measure(round, sampleTaken);
  }
}
