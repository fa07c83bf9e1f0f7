package dev.cleave.bench.contender;

import dev.cleave.bench.trial.TrialSettings;
import dev.cleave.tuner.contender.BenchSample;
import dev.cleave.tuner.contender.RooflineSample;
import java.io.IOException;

/** Takes the samples of a bench: on the devices, or made up by a test. */
public interface BenchMeasurer {
  /** Makes one for the data of a run. */
  @FunctionalInterface
  interface Factory {
    BenchMeasurer of(TrialSettings settings);
  }

  /**
   * A copy off the clock, once before the samples. What the engine says of itself is learnt from
   * it, since to say it takes time that a plain copy doesn't.
   *
   * @throws ContenderFailedException if it is the contender that failed
   */
  void rehearse(Entrant entrant) throws IOException;

  /**
   * One copy.
   *
   * @throws ContenderFailedException if it is the contender that failed
   */
  BenchSample copy(Entrant entrant, int round, int position, double atSeconds) throws IOException;

  /**
   * How the roofline is measured.
   *
   * @param by what measures it, with its settings
   * @param bytesWritten to find that out
   */
  record RooflineMethod(String by, long bytesWritten) {}

  /**
   * Finds out how the roofline is best measured here.
   *
   * @throws IOException if it can't be measured
   */
  RooflineMethod prepareRoofline() throws IOException;

  /** The devices alone, after {@link #prepareRoofline}. */
  RooflineSample roofline(int round) throws IOException;
}
