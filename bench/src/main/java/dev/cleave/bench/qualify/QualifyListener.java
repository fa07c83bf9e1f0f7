package dev.cleave.bench.qualify;

import dev.cleave.bench.trial.PrivateDirectory;

/** Hears how a qualification goes on; from several threads where there are several devices. */
public interface QualifyListener {
  /** It will be removed when all is over, and must be if that is from outside. */
  default void privateDirectory(PrivateDirectory made) {}

  /**
   * A workload begins.
   *
   * @param workload in a few words
   * @param seconds that it takes
   */
  default void measuring(String directory, String workload, double seconds) {}
}
