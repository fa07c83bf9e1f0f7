package dev.cleave.tuner.search;

import dev.cleave.tuner.measure.Round;
import dev.cleave.tuner.measure.Sample;

/** Hears how a tune goes on, on the thread that tunes. */
public interface TuneListener {
  /** Hears nothing. */
  TuneListener SILENT = new TuneListener() {};

  /** The preflight is over, and this is what will be done. */
  default void planned(SweepPlan plan) {}

  default void roundStarted(Round round, double secondsLeft) {}

  default void sampleTaken(Sample sample, double secondsLeft) {}

  /** A plan was confirmed or not; the gain of a chosen one is still to be measured. */
  default void decided(Decision decision) {}
}
