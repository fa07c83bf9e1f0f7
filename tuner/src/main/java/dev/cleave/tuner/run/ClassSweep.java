package dev.cleave.tuner.run;

import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.DataShape;
import dev.cleave.tuner.search.Findings;
import dev.cleave.tuner.search.KnobEffect;
import dev.cleave.tuner.search.RaceLook;
import dev.cleave.tuner.search.Recommendation;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a run found for one size class and cache state.
 *
 * @param data what each sample copied
 * @param candidates those that took part, the baseline and its twin first
 * @param notTried names of candidates that the budget left out, in the probe's order
 * @param noise standard deviation of the log ratio of two copies under the same plan, as the A/A
 *     twin shows it: 0.05 is about 5 %; NaN where nothing valid was measured
 * @param looks at the sweep, in their order
 * @param recommendations one for each clock
 * @param knobs what each knob does around the recommended plans; empty where nothing was measured
 */
public record ClassSweep(
    SizeClass sizeClass,
    CacheState cacheState,
    DataShape data,
    List<Candidate> candidates,
    List<String> notTried,
    double noise,
    List<RaceLook> looks,
    Map<Clock, Recommendation> recommendations,
    List<KnobEffect> knobs) {
  public ClassSweep {
    candidates = List.copyOf(candidates);
    notTried = List.copyOf(notTried);
    looks = List.copyOf(looks);
    recommendations = Collections.unmodifiableMap(new EnumMap<>(recommendations));
    knobs = List.copyOf(knobs);
  }

  /** The part of a tune's findings that a run keeps for its class. */
  public static ClassSweep of(
      SizeClass sizeClass, CacheState cacheState, DataShape data, Findings findings) {
    return new ClassSweep(
        sizeClass,
        cacheState,
        data,
        findings.candidates(),
        findings.notTried().stream().map(Candidate::name).toList(),
        findings.noise(),
        findings.looks(),
        findings.recommendations(),
        findings.knobs());
  }
}
