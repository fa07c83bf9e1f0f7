package dev.cleave.bench.tune;

import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.search.StrategyKind;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tune is told.
 *
 * @param source where the data is read from
 * @param destination where copies are written to; the same directory tunes one device
 * @param startNanos when the command began, by {@link System#nanoTime}: the budget counts from then
 * @param fileBytes size of the large file that is copied; null to choose one
 * @param sizeClasses those to tune; empty for as many as there is time for
 * @param strategy of the search
 * @param cacheStates of the source, the first of them first
 * @param runs where the run's directory is made
 * @param profiles the store the profile is saved in
 * @param searchPath where smartctl, nvme and dmesg are looked for, as PATH; empty for nowhere
 * @param resume the run to go on with, whose own settings replace those above; null for a new one
 */
public record TuneRequest(
    Path source,
    Path destination,
    long startNanos,
    double budgetSeconds,
    @Nullable Long writeBudgetBytes,
    @Nullable Long fileBytes,
    List<SizeClass> sizeClasses,
    List<CacheState> cacheStates,
    StrategyKind strategy,
    long seed,
    Path runs,
    Path profiles,
    String commandLine,
    String version,
    String searchPath,
    @Nullable Path resume) {
  public TuneRequest {
    sizeClasses = List.copyOf(sizeClasses);
    cacheStates = List.copyOf(cacheStates);
  }
}
