package dev.cleave.bench.qualify;

import dev.cleave.bench.qualify.specification.Specification;
import dev.cleave.engine.Cancellation;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param directories each on a device of its own
 * @param soakSeconds how long to repeat; 0 for once
 * @param writeBudgetBytes on each device; null for that of the specification
 * @param runs where runs are kept
 * @param searchPath where programs lie, as PATH
 * @param plans by which plan a directory's copies go
 * @param resume a run to go on with; null for a new one
 */
public record QualifyRequest(
    Specification specification,
    List<Path> directories,
    double soakSeconds,
    @Nullable Long writeBudgetBytes,
    long seed,
    Path runs,
    String commandLine,
    String version,
    String searchPath,
    Function<Path, CopyChoice> plans,
    Cancellation cancellation,
    @Nullable Path resume) {
  public QualifyRequest {
    directories = List.copyOf(directories);
  }

  @Nullable Long writeBudget() {
    return writeBudgetBytes == null ? specification.writeBudgetBytes() : writeBudgetBytes;
  }
}
