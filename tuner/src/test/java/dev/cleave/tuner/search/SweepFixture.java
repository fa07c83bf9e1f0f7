package dev.cleave.tuner.search;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.measure.SampleFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Five candidates around a default of split depth 1, and sweeps of them. */
final class SweepFixture {
  static final CopyPlan DEFAULT = CopyPlan.SEQUENTIAL.withSplitDepth(1);
  static final Candidate BASELINE = new Candidate(Candidate.BASELINE, DEFAULT);
  static final Candidate TWIN = new Candidate(Candidate.TWIN, DEFAULT);
  static final Candidate CHEAP = candidate(DEFAULT.withSplitDepth(0));
  static final Candidate TWO = candidate(DEFAULT.withSplitDepth(2));
  static final Candidate THREE = candidate(DEFAULT.withSplitDepth(3));
  static final List<Candidate> ALL = List.of(BASELINE, TWIN, CHEAP, TWO, THREE);

  private SweepFixture() {}

  static Candidate candidate(CopyPlan plan) {
    return new Candidate(
        "nio-d" + plan.splitDepth() + "-c" + ByteSize.format(plan.chunkBytes()), plan);
  }

  static List<Sample> samples(int rounds, double noise, Map<Candidate, Double> seconds) {
    return samples(ALL, rounds, noise, seconds);
  }

  /** Rounds of all candidates; one takes a second unless told. */
  static List<Sample> samples(
      List<Candidate> candidates, int rounds, double noise, Map<Candidate, Double> seconds) {
    Random random = new Random(3);
    List<Sample> samples = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      for (int position = 0; position < candidates.size(); position++) {
        Candidate candidate = candidates.get(position);
        double disturbed =
            seconds.getOrDefault(candidate, 1.0) * Math.exp(noise * random.nextGaussian());
        samples.add(SampleFixture.sample(round, position, candidate.name(), disturbed));
      }
    }
    return samples;
  }
}
