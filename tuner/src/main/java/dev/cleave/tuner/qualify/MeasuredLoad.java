package dev.cleave.tuner.qualify;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A measurement and what follows from it.
 *
 * @param name of the first requirement that asks for it
 * @param shape null where it has too few windows
 * @param latencies those percentiles that there are enough operations for
 * @param buckets all latencies, from short to long; a run of an earlier Cleave has none
 */
public record MeasuredLoad(
    String name,
    Measurement measurement,
    @Nullable LoadShape shape,
    List<LatencyFigure> latencies,
    List<LatencyBucket> buckets) {
  public MeasuredLoad {
    latencies = List.copyOf(latencies);
    buckets = List.copyOf(Objects.requireNonNullElse(buckets, List.of()));
  }
}
