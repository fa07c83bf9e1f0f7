package dev.cleave.bench.tune;

import dev.cleave.tuner.run.TuneRun;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tune leaves.
 *
 * @param directory of the run
 * @param report null if it could not be written
 * @param profile null if the run has no valid sample
 * @param warnings about what could not be written
 */
public record TuneResult(
    TuneRun run,
    Path directory,
    @Nullable Path report,
    @Nullable Path profile,
    List<String> warnings) {
  public TuneResult {
    warnings = List.copyOf(warnings);
  }
}
