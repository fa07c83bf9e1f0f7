package dev.cleave.tuner.contender;

import dev.cleave.tuner.device.StorageStack;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.run.Environment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything one bench measured, as it is written to {@code run.json}: reports are rendered from
 * this alone.
 *
 * @param schema {@value #SCHEMA}
 * @param id unique, sortable by time
 * @param fileBytes of the file that each sample copied
 * @param writeBudgetBytes null if unlimited
 * @param seed of the shuffled orders and of the data
 * @param missing contenders that didn't take part
 * @param samples in the order in which they were taken
 * @param rooflineBy what measured it, with its settings
 * @param bytesWritten by all samples and the data they copied
 */
public record BenchRun(
    String schema,
    String id,
    Instant started,
    double elapsedSeconds,
    Environment environment,
    double budgetSeconds,
    @Nullable Long writeBudgetBytes,
    long seed,
    StorageStack source,
    StorageStack destination,
    long fileBytes,
    CacheState cacheState,
    List<Contender> contenders,
    List<Missing> missing,
    List<BenchSample> samples,
    String rooflineBy,
    List<RooflineSample> roofline,
    long bytesWritten,
    List<String> warnings) {
  public static final String SCHEMA = "cleave.bench-run/1";

  public BenchRun {
    contenders = List.copyOf(contenders);
    missing = List.copyOf(missing);
    samples = List.copyOf(samples);
    roofline = List.copyOf(roofline);
    warnings = List.copyOf(warnings);
  }
}
