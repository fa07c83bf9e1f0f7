package dev.cleave.tuner.run;

import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.device.StorageStack;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.search.Recommendation;
import dev.cleave.tuner.search.Verdict;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Everything one tune found, as it is written to {@code run.json}: reports are rendered from this
 * alone.
 *
 * @param schema {@value #SCHEMA}
 * @param id unique, sortable by time
 * @param sweeps one for each size class and cache state, in the order in which they were made
 * @param samples of all sweeps, in the order in which they were taken
 * @param bytesWritten by all samples and the data they copied
 * @param warnings about the run as a whole
 */
public record TuneRun(
    String schema,
    String id,
    Instant started,
    double elapsedSeconds,
    Environment environment,
    Settings settings,
    StorageStack source,
    StorageStack destination,
    List<ClassSweep> sweeps,
    List<Sample> samples,
    long bytesWritten,
    Verdict verdict,
    List<String> warnings) {
  public static final String SCHEMA = "cleave.run/1";

  public TuneRun {
    sweeps = List.copyOf(sweeps);
    samples = List.copyOf(samples);
    warnings = List.copyOf(warnings);
  }

  /** What is recommended for each size class and clock, from one cache state. */
  public Map<SizeClass, Map<Clock, Recommendation>> recommendations(CacheState cacheState) {
    Map<SizeClass, Map<Clock, Recommendation>> found = new EnumMap<>(SizeClass.class);
    for (ClassSweep sweep : sweeps) {
      if (sweep.cacheState() == cacheState) {
        found.put(sweep.sizeClass(), sweep.recommendations());
      }
    }
    return found;
  }

  /** The noise of the noisiest sweep; NaN if none has a valid sample. */
  public double noise() {
    return sweeps.stream()
        .mapToDouble(ClassSweep::noise)
        .filter(noise -> !Double.isNaN(noise))
        .max()
        .orElse(Double.NaN);
  }
}
