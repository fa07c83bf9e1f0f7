package dev.cleave.reports;

import dev.cleave.tuner.contender.BenchFindings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** One way of showing a bench. */
public interface BenchReport {
  /**
   * Writes the report into the run's directory.
   *
   * @return the files it wrote
   */
  List<Path> write(BenchFindings findings, Path directory) throws IOException;
}
