package dev.cleave.tuner.contender;

import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.stats.MedianInterval;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one contender's valid samples come to.
 *
 * @param fileBytes that each of them copied
 * @param seconds by either clock
 * @param cpuSecondsPerGB the median; NaN without a valid sample
 * @param peakBytes the highest that was seen; null if nothing was
 * @param shared samples that shared the source's blocks instead of copying: they aren't valid
 * @param sharedSeconds the median of those, by the command clock; NaN without one
 * @param invalid samples that aren't used, the shared ones included
 * @param whyInvalid the reason of the first of them; null if there is none
 */
public record ContenderResult(
    Contender contender,
    long fileBytes,
    Map<Clock, MedianInterval> seconds,
    double cpuSecondsPerGB,
    @Nullable Long peakBytes,
    int shared,
    double sharedSeconds,
    int invalid,
    @Nullable String whyInvalid) {
  static final double CONFIDENCE = 0.95;
  private static final double GB = 1e9;

  /** How {@code ImpossibleSample} of the trials begins what it says of clones. */
  private static final String SHARED = "shared extents";

  public ContenderResult {
    seconds = Collections.unmodifiableMap(new EnumMap<>(seconds));
  }

  static ContenderResult of(Contender contender, BenchRun run) {
    List<BenchSample> own =
        run.samples().stream()
            .filter(sample -> sample.contender().equals(contender.name()))
            .toList();
    List<BenchSample> valid = own.stream().filter(BenchSample::isValid).toList();
    List<BenchSample> shared = own.stream().filter(ContenderResult::isShared).toList();
    Map<Clock, MedianInterval> seconds = new EnumMap<>(Clock.class);
    for (Clock clock : Clock.values()) {
      seconds.put(clock, median(valid, clock));
    }
    return new ContenderResult(
        contender,
        run.fileBytes(),
        seconds,
        MedianInterval.of(
                valid.stream()
                    .mapToDouble(it -> it.evidence().cpuSeconds() * GB / it.bytes())
                    .toArray(),
                CONFIDENCE)
            .median(),
        peak(own),
        shared.size(),
        median(shared, Clock.COMMAND).median(),
        own.size() - valid.size(),
        own.stream()
            .filter(sample -> !sample.isValid())
            .map(sample -> sample.invalid().getFirst())
            .findFirst()
            .orElse(null));
  }

  private static boolean isShared(BenchSample sample) {
    return sample.invalid().stream().anyMatch(reason -> reason.startsWith(SHARED));
  }

  private static MedianInterval median(List<BenchSample> samples, Clock clock) {
    return MedianInterval.of(
        samples.stream().mapToDouble(sample -> sample.seconds(clock)).toArray(), CONFIDENCE);
  }

  private static @Nullable Long peak(List<BenchSample> samples) {
    Long peak = null;
    for (BenchSample sample : samples) {
      Long own = sample.peakBytes();
      if (own != null && (peak == null || own > peak)) {
        peak = own;
      }
    }
    return peak;
  }

  public MedianInterval seconds(Clock clock) {
    MedianInterval found = seconds.get(clock);
    if (found == null) {
      throw new IllegalStateException("no " + clock + " clock");
    }
    return found;
  }

  /** By the median; NaN without a valid sample. */
  public double bytesPerSecond(Clock clock) {
    return fileBytes / seconds(clock).median();
  }

  public boolean hasSamples() {
    return seconds(Clock.COMMAND).n() > 0;
  }

  /** The fastest by that clock, of the engine's or of the peers; null if none has a sample. */
  static @Nullable ContenderResult fastest(
      List<ContenderResult> results, Clock clock, boolean engine) {
    ContenderResult best = null;
    for (ContenderResult result : results) {
      if (result.contender().isEngine() == engine
          && result.hasSamples()
          && (best == null || result.seconds(clock).median() < best.seconds(clock).median())) {
        best = result;
      }
    }
    return best;
  }
}
