package dev.cleave.reports;

import dev.cleave.tuner.run.TuneRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** One way of showing a run. */
public interface Report {
  /**
   * Writes the report into the run's directory.
   *
   * @return the files it wrote
   */
  List<Path> write(TuneRun run, Path directory) throws IOException;
}
