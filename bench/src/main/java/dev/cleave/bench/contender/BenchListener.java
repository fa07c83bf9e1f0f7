package dev.cleave.bench.contender;

import dev.cleave.bench.trial.PrivateDirectory;
import dev.cleave.tuner.contender.BenchSample;
import dev.cleave.tuner.contender.Contender;
import dev.cleave.tuner.contender.Missing;
import java.util.List;

/** Hears how a bench goes on, on the thread that measures. */
public interface BenchListener {
  /** These will be removed when the bench ends, and must be if it is ended from outside. */
  void privateDirectories(List<PrivateDirectory> directories);

  /** So much of the file that is copied has been written. */
  void prepared(long bytes, long ofBytes);

  /** Who takes part and who doesn't. */
  void field(List<Contender> contenders, List<Missing> missing);

  /** A round begins. */
  void roundStarted(int round, double secondsLeft);

  void sampleTaken(BenchSample sample, double secondsLeft);

  /** Whether the bench is being ended from outside, so that failures are no news. */
  boolean isEnding();

  /** The last sample is taken. */
  void reporting();
}
