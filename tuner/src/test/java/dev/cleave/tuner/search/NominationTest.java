package dev.cleave.tuner.search;

import static dev.cleave.tuner.measure.SampleFixture.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NominationTest {
  private static final int ROUNDS = 12;
  private static final CopyPlan DEFAULT = CopyPlan.SEQUENTIAL.withSplitDepth(1);
  private static final Candidate CHEAP = candidate(DEFAULT.withSplitDepth(0));
  private static final Candidate TWO = candidate(DEFAULT.withSplitDepth(2));
  private static final Candidate THREE = candidate(DEFAULT.withSplitDepth(3));
  private static final List<Candidate> ALL =
      List.of(
          new Candidate(Candidate.BASELINE, DEFAULT),
          new Candidate(Candidate.TWIN, DEFAULT),
          CHEAP,
          TWO,
          THREE);

  @Test
  void takesTheFastestWhereNothingCheaperComesNearIt() {
    Nomination decision = choose(0.01, Map.of(CHEAP, 1.2, TWO, 0.8, THREE, 0.6));

    assertThat(decision.nominee()).contains(THREE);
    assertThat(decision.verdict()).isEqualTo(Verdict.TUNED);
    assertThat(decision.samples()).isEqualTo(ROUNDS * ALL.size());
  }

  @Test
  void takesTheCheaperOfTwoThatAreEquallyFast() {
    assertThat(choose(0.005, Map.of(CHEAP, 1.2, TWO, 0.6, THREE, 0.6)).nominee()).contains(TWO);
  }

  @Test
  void doesNotTakeTheCheaperOneWhileItMayBeWorseThanTheMargin() {
    assertThat(choose(0.08, Map.of(CHEAP, 2.0, TWO, 0.51, THREE, 0.5)).nominee()).contains(THREE);
  }

  @Test
  void takesAPlanThatIsNoFasterButCheaper() {
    Nomination decision = choose(0.005, Map.of(CHEAP, 1.0, TWO, 1.0, THREE, 1.0));

    assertThat(decision.nominee()).contains(CHEAP);
  }

  @Test
  void cheapnessIsNoExcuseForALossBeyondTheMargin() {
    Nomination nomination = choose(0.005, Map.of(CHEAP, 1.05, TWO, 1.02, THREE, 1.02));

    assertThat(nomination.nominee()).isEmpty();
    assertThat(nomination.verdict()).isEqualTo(Verdict.KEEP_DEFAULT);
  }

  @Test
  void theTwinIsNeverChosen() {
    List<Sample> samples =
        samples(0.001, Map.of(CHEAP, 1.5, TWO, 1.5, THREE, 1.5, ALL.get(1), 0.5));

    assertThat(choose(samples).verdict()).isEqualTo(Verdict.KEEP_DEFAULT);
  }

  @Test
  void aLeadIsNominatedProvenOrNot() {
    Nomination nomination = choose(0.3, Map.of(CHEAP, 2.0, TWO, 0.8, THREE, 2.0));

    assertThat(nomination.nominee()).contains(TWO);
    assertThat(nomination.why())
        .matches("nio at split depth 2 with 1MiB chunks leads with 1\\.\\d\\dx the default");
  }

  @Test
  void oneRoundProvesNothing() {
    List<Sample> samples = samples(0.01, Map.of(CHEAP, 1.0, TWO, 0.5, THREE, 1.0));

    Nomination decision = choose(samples.subList(0, ALL.size()));

    assertThat(decision.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(decision.why()).isEqualTo("too few valid rounds to compare anything");
  }

  @Test
  void withoutAValidDefaultNothingIsDecided() {
    List<Sample> samples =
        List.of(
            sample(1, 0, Candidate.BASELINE, 1, List.of("shared extents")),
            sample(1, 1, TWO.name(), 0.5));

    assertThat(choose(samples).verdict()).isEqualTo(Verdict.INVALID);
    assertThat(choose(List.of()).verdict()).isEqualTo(Verdict.INVALID);
  }

  @Test
  void impossibleSamplesDoNotCount() {
    List<Sample> samples = new ArrayList<>(samples(0.01, Map.of(CHEAP, 1.2, TWO, 0.8, THREE, 1.2)));
    for (int round = 1; round <= ROUNDS; round++) {
      samples.add(sample(100 + round, 0, Candidate.BASELINE, 1));
      samples.add(sample(100 + round, 1, THREE.name(), 0.01, List.of("faster than memory")));
    }

    assertThat(choose(samples).nominee()).contains(TWO);
  }

  private static Nomination choose(double noise, Map<Candidate, Double> seconds) {
    return choose(samples(noise, seconds));
  }

  private static Nomination choose(List<Sample> samples) {
    return Nomination.of(ALL, samples, Clock.COMMAND, 0.03, ErrorBudget.ONE_CLASS);
  }

  /** The default and its twin take a second unless told. */
  private static List<Sample> samples(double noise, Map<Candidate, Double> seconds) {
    Random random = new Random(3);
    List<Sample> samples = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      for (Candidate candidate : ALL) {
        double disturbed =
            seconds.getOrDefault(candidate, 1.0) * Math.exp(noise * random.nextGaussian());
        samples.add(sample(round, samples.size() % ALL.size(), candidate.name(), disturbed));
      }
    }
    return samples;
  }

  private static Candidate candidate(CopyPlan plan) {
    return new Candidate(
        "nio-d" + plan.splitDepth() + "-c" + ByteSize.format(plan.chunkBytes()), plan);
  }
}
