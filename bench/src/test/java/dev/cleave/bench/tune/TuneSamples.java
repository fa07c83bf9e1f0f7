package dev.cleave.bench.tune;

import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Evidence;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.measure.Round;
import dev.cleave.tuner.measure.Sample;
import java.util.List;

/** Candidates, rounds and samples for the tests of a tune. */
final class TuneSamples {
  static final Candidate DEFAULT = new Candidate(Candidate.BASELINE, CopyPlan.SEQUENTIAL);
  static final Candidate OTHER = new Candidate("nio-d2", CopyPlan.SEQUENTIAL.withSplitDepth(2));

  private TuneSamples() {}

  static Round round(int number, Candidate... order) {
    return new Round(number, Phase.SWEEP, SizeClass.LARGE, List.of(order));
  }

  static Sample sample(Round round, int position, double seconds) {
    Candidate candidate = round.order().get(position);
    return new Sample(
        round.number(),
        position,
        round.phase(),
        candidate.name(),
        round.sizeClass(),
        candidate.plan(),
        candidate.plan(),
        1 << 20,
        seconds,
        seconds,
        new Evidence(CacheState.COLD, null, null, 0, true),
        List.of(),
        List.of());
  }
}
