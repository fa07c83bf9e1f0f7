package dev.cleave.bench.contender;

import dev.cleave.bench.peer.PeerKind;
import dev.cleave.bench.peer.SearchPath;
import dev.cleave.tuner.contender.Missing;
import dev.cleave.tuner.measure.CacheState;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a bench is told.
 *
 * @param source where the file lies that is copied
 * @param destination where copies are written to; the same directory measures one device
 * @param startNanos when the command began, by {@link System#nanoTime}: the budget counts from then
 * @param writeBudgetBytes null if unlimited
 * @param fileBytes size of the file; null to choose one
 * @param rounds at most so many, from 1 on
 * @param engine the engine's own contenders
 * @param without those of the engine that don't take part
 * @param peers that are wanted
 * @param path where their programs are looked for
 * @param run where the run is kept; null for a new directory below {@code runs}
 */
public record BenchRequest(
    Path source,
    Path destination,
    long startNanos,
    double budgetSeconds,
    @Nullable Long writeBudgetBytes,
    @Nullable Long fileBytes,
    int rounds,
    CacheState cacheState,
    List<Entrant> engine,
    List<Missing> without,
    List<PeerKind> peers,
    SearchPath path,
    long seed,
    Path runs,
    @Nullable Path run,
    String commandLine,
    String version) {
  public BenchRequest {
    engine = List.copyOf(engine);
    without = List.copyOf(without);
    peers = List.copyOf(peers);
    if (rounds < 1) {
      throw new IllegalArgumentException("a bench of " + rounds + " rounds");
    }
    if (engine.isEmpty()) {
      throw new IllegalArgumentException("a bench without the engine");
    }
  }
}
