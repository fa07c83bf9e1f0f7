package dev.cleave.tuner.measure;

import java.io.IOException;

/** Where samples go as they are taken: a run's {@link Journal}, or nowhere in a simulation. */
@FunctionalInterface
public interface SampleLog {
  /** Keeps nothing. */
  SampleLog NONE = sample -> {};

  /** Keeps the sample for good before it returns. */
  void append(Sample sample) throws IOException;
}
