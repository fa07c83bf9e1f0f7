package dev.cleave.tuner.run;

import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.device.StorageStack;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.search.Recommendation;
import dev.cleave.tuner.search.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything one tune found, as it is written to {@code run.json}: reports are rendered from this
 * alone.
 *
 * @param schema {@value #SCHEMA}
 * @param id unique, sortable by time
 * @param candidates those that took part, the baseline first
 * @param notTried names of candidates that the budget left out, in the probe's order
 * @param noise standard deviation of the log ratio of two copies under the same plan, as the A/A
 *     twin shows it: 0.05 is about 5 %
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
    List<Candidate> candidates,
    List<String> notTried,
    List<Sample> samples,
    double noise,
    long bytesWritten,
    Map<SizeClass, Map<Clock, Recommendation>> classes,
    Verdict verdict,
    List<String> warnings) {
  public static final String SCHEMA = "cleave.run/1";

  public TuneRun {
    candidates = List.copyOf(candidates);
    notTried = List.copyOf(notTried);
    samples = List.copyOf(samples);
    warnings = List.copyOf(warnings);
  }
}
