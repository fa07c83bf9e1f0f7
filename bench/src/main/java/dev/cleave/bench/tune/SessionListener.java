package dev.cleave.bench.tune;

import dev.cleave.bench.trial.PrivateDirectory;
import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.search.TuneListener;
import java.util.List;

/** Hears how a tune goes on, beyond what the tuner itself says; on the thread that tunes. */
public interface SessionListener extends TuneListener {
  /** These will be removed when the tune ends, and must be if it is ended from outside. */
  default void privateDirectories(List<PrivateDirectory> directories) {}

  /** The data of a size class is about to be written. */
  default void preparing(SizeClass sizeClass, long bytes) {}

  /** A part of the tune begins. */
  default void tuning(String part) {}

  /** So many more bytes of it are. */
  default void prepared(long bytes) {}

  /** The last sample is taken; reports and profile are about to be written. */
  default void reporting() {}
}
