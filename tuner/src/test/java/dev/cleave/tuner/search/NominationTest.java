package dev.cleave.tuner.search;

import static dev.cleave.tuner.measure.SampleFixture.sample;
import static dev.cleave.tuner.search.SweepFixture.ALL;
import static dev.cleave.tuner.search.SweepFixture.CHEAP;
import static dev.cleave.tuner.search.SweepFixture.THREE;
import static dev.cleave.tuner.search.SweepFixture.TWIN;
import static dev.cleave.tuner.search.SweepFixture.TWO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NominationTest {
  private static final int ROUNDS = 12;

  @Test
  void takesTheFastestWhereNothingCheaperComesNearIt() {
    Nomination nomination = nominate(0.01, Map.of(CHEAP, 1.2, TWO, 0.8, THREE, 0.6));

    assertThat(nomination.nominee()).contains(THREE);
    assertThat(nomination.verdict()).isEqualTo(Verdict.TUNED);
    assertThat(nomination.samples()).isEqualTo(ROUNDS * ALL.size());
    assertThat(nomination.why())
        .matches("nio, split depth 3, chunk 1MiB leads with 1\\.6\\dx the default");
  }

  @Test
  void takesTheCheaperOfTwoThatAreEquallyFast() {
    assertThat(nominate(0.005, Map.of(CHEAP, 1.2, TWO, 0.6, THREE, 0.6)).nominee()).contains(TWO);
  }

  @Test
  void doesNotTakeTheCheaperOneWhileItMayBeWorseThanTheMargin() {
    assertThat(nominate(0.08, Map.of(CHEAP, 2.0, TWO, 0.51, THREE, 0.5)).nominee()).contains(THREE);
  }

  @Test
  void takesAPlanThatIsNoFasterButCheaper() {
    assertThat(nominate(0.005, Map.of()).nominee()).contains(CHEAP);
  }

  @Test
  void cheapnessIsNoExcuseForALossBeyondTheMargin() {
    Nomination nomination = nominate(0.005, Map.of(CHEAP, 1.05, TWO, 1.02, THREE, 1.02));

    assertThat(nomination.nominee()).isEmpty();
    assertThat(nomination.verdict()).isEqualTo(Verdict.KEEP_DEFAULT);
    assertThat(nomination.why()).startsWith("no setting is better than the default here (noise 0.");
  }

  @Test
  void whereNothingIsProvenWorseNothingIsDistinguishable() {
    Nomination nomination = nominate(0.05, Map.of(CHEAP, 1.1, TWO, 1.06, THREE, 1.06));

    assertThat(nomination.verdict()).isEqualTo(Verdict.KEEP_DEFAULT);
    assertThat(nomination.why())
        .matches(
            "no setting is (better|distinguishable) .* here \\(noise \\d+ %, "
                + ROUNDS
                + " rounds\\)");
  }

  @Test
  void theTwinIsNeverNominated() {
    assertThat(nominate(0.001, Map.of(CHEAP, 1.5, TWO, 1.5, THREE, 1.5, TWIN, 0.9)).verdict())
        .isEqualTo(Verdict.KEEP_DEFAULT);
  }

  @Test
  void oneRoundComparesNothing() {
    Nomination nomination =
        nominate(SweepFixture.samples(1, 0.01, Map.of(CHEAP, 1.0, TWO, 0.5, THREE, 1.0)));

    assertThat(nomination.nominee()).isEmpty();
    assertThat(nomination.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(nomination.why()).isEqualTo("too few valid rounds to compare anything");
  }

  @Test
  void withoutAValidDefaultNobodyIsNominated() {
    List<Sample> samples =
        List.of(
            sample(1, 0, Candidate.BASELINE, 1, List.of("shared extents")),
            sample(1, 1, TWO.name(), 0.5));

    assertThat(nominate(samples).verdict()).isEqualTo(Verdict.INVALID);
    assertThat(nominate(List.of()).verdict()).isEqualTo(Verdict.INVALID);
  }

  @Test
  void impossibleSamplesDoNotCount() {
    List<Sample> samples =
        new ArrayList<>(
            SweepFixture.samples(ROUNDS, 0.01, Map.of(CHEAP, 1.2, TWO, 0.8, THREE, 1.2)));
    for (int round = 1; round <= ROUNDS; round++) {
      samples.add(sample(100 + round, 0, Candidate.BASELINE, 1));
      samples.add(sample(100 + round, 1, THREE.name(), 0.01, List.of("faster than memory")));
    }

    assertThat(nominate(samples).nominee()).contains(TWO);
  }

  private static Nomination nominate(double noise, Map<Candidate, Double> seconds) {
    return nominate(SweepFixture.samples(ROUNDS, noise, seconds));
  }

  private static Nomination nominate(List<Sample> samples) {
    return Nomination.of(ALL, samples, Clock.COMMAND, 0.03, ErrorBudget.ONE_CLASS);
  }
}
