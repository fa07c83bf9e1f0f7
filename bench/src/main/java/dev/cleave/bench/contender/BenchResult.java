package dev.cleave.bench.contender;

import dev.cleave.tuner.contender.BenchRun;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a bench leaves.
 *
 * @param directory of the run
 * @param report null if it could not be written
 * @param warnings about what could not be written
 */
public record BenchResult(
    BenchRun run, Path directory, @Nullable Path report, List<String> warnings) {
  public BenchResult {
    warnings = List.copyOf(warnings);
  }
}
