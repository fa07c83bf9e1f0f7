package dev.cleave.tuner.contender;

import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One complete copy by one contender, its process's start included.
 *
 * @param position its place in the round's order, from 0 on
 * @param commandSeconds from the start of the process to its exit
 * @param durableSeconds until the data was on the device, counted from the same start
 * @param peakBytes memory of the process and its children at their highest, each for itself, as far
 *     as it was seen every few milliseconds; null if the process was gone before
 * @param warnings doubts about this sample, which is used all the same
 * @param invalid why it is no copy of the bytes and not used; empty if it is fine
 * @param atSeconds when it was complete, from the start of the run
 */
public record BenchSample(
    int round,
    int position,
    String contender,
    long bytes,
    double commandSeconds,
    double durableSeconds,
    @Nullable Long peakBytes,
    Evidence evidence,
    List<String> warnings,
    List<String> invalid,
    double atSeconds) {
  public BenchSample {
    warnings = List.copyOf(warnings);
    invalid = List.copyOf(invalid);
    if (!(commandSeconds > 0) || !(durableSeconds >= commandSeconds) || bytes < 1) {
      throw new IllegalArgumentException(
          "no sample: %d bytes in %s s, durable %s s"
              .formatted(bytes, commandSeconds, durableSeconds));
    }
  }

  public boolean isValid() {
    return invalid.isEmpty();
  }

  public double seconds(Clock clock) {
    return switch (clock) {
      case COMMAND -> commandSeconds;
      case DURABLE -> durableSeconds;
    };
  }
}
