package dev.cleave.tuner.qualify;

import org.jspecify.annotations.Nullable;

/**
 * What became of a requirement; of a device fact too, whose figures are null.
 *
 * @param workload in a few words, or {@code device}
 * @param measured in {@code unit}
 * @param low the true value is below only with probability 1 - confidence; null if unbounded
 * @param high the same above
 * @param margin how far the interval's side is beyond the bound, as a share of it; negative where
 *     it isn't
 * @param error the p-value of FAIL; null where none was tested
 * @param why in one line
 */
public record RequirementResult(
    String name,
    QualifyVerdict verdict,
    String workload,
    String metric,
    @Nullable Double percentile,
    String part,
    @Nullable Double measured,
    @Nullable Double low,
    @Nullable Double high,
    @Nullable String comparison,
    @Nullable Double bound,
    String unit,
    @Nullable Double margin,
    @Nullable Double confidence,
    @Nullable Double error,
    String why) {}
