package dev.cleave.tuner.search;

import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.stats.Interval;
import dev.cleave.tuner.stats.PairedRatio;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** The default against its A/A twin in a sweep: whatever they differ by is noise. */
final class TwinCheck {
  private final List<Sample> sweep;
  private final ErrorBudget errors;

  TwinCheck(List<Sample> sweep, ErrorBudget errors) {
    this.sweep = sweep;
    this.errors = errors;
  }

  /** Standard deviation of the log ratio, by the clock that shows more; empty below two pairs. */
  OptionalDouble noise() {
    return Arrays.stream(Clock.values())
        .map(this::ratio)
        .filter(ratio -> ratio.pairs() >= 2)
        .mapToDouble(PairedRatio::sdLog)
        .max();
  }

  /** A sentence for each clock under which the two differ, which is for people to judge. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    for (Clock clock : Clock.values()) {
      double confidence = 1 - errors.perTwinComparison();
      Interval twin = ratio(clock).interval(confidence);
      if (twin.isAbove(1) || twin.isBelow(1)) {
        warnings.add(
            "the default and its twin differ under the "
                + clock
                + " clock, though they are the same plan: "
                + Sentences.ratio(twin.ratio())
                + " "
                + Sentences.interval(twin, confidence)
                + "; differences of that size mean little here");
      }
    }
    return warnings;
  }

  private PairedRatio ratio(Clock clock) {
    return new RoundTable(sweep, clock).ratio(Candidate.TWIN, Candidate.BASELINE);
  }
}
