package dev.cleave.tuner.search;

import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Sample;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a tune of one size class found.
 *
 * @param candidates those that took part, the baseline and its twin first
 * @param notTried those that the budget left out, in the space's order
 * @param samples of all phases, in the order in which they were taken
 * @param noise standard deviation of the log ratio of two copies under the default plan, by the
 *     clock that shows more of it: 0.05 is about 5 %; NaN where nothing valid was measured
 * @param looks at the sweep, in their order
 * @param recommendations one for each clock
 * @param knobs what each knob does around the recommended plans
 * @param warnings about the tune as a whole
 */
public record Findings(
    List<Candidate> candidates,
    List<Candidate> notTried,
    List<Sample> samples,
    double noise,
    long bytesWritten,
    List<RaceLook> looks,
    Map<Clock, Recommendation> recommendations,
    List<KnobEffect> knobs,
    Verdict verdict,
    List<String> warnings) {
  public Findings {
    candidates = List.copyOf(candidates);
    notTried = List.copyOf(notTried);
    samples = List.copyOf(samples);
    looks = List.copyOf(looks);
    knobs = List.copyOf(knobs);
    recommendations = Collections.unmodifiableMap(new EnumMap<>(recommendations));
    warnings = List.copyOf(warnings);
    if (recommendations.size() != Clock.values().length) {
      throw new IllegalArgumentException("a recommendation is missing: " + recommendations);
    }
  }

  public Recommendation recommendation(Clock clock) {
    return Objects.requireNonNull(recommendations.get(clock), "checked when made");
  }
}
