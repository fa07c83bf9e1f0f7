package dev.cleave.tuner.search;

import static dev.cleave.tuner.measure.SampleFixture.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.stats.PairedRatio;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundTableTest {
  @Test
  void comparesWithinRoundsOnly() {
    PairedRatio ratio =
        ratio(
            sample(1, 0, "a", 2),
            sample(1, 1, "b", 1),
            sample(2, 1, "a", 20),
            sample(2, 0, "b", 10),
            sample(3, 0, "b", 500));

    assertThat(ratio.pairs()).isEqualTo(2);
    assertThat(ratio.ratio()).isCloseTo(2, within(1e-12));
    assertThat(ratio.sdLog()).isCloseTo(0, within(1e-12));
  }

  @Test
  void aSteadyDriftCancelsInAMirroredRound() {
    PairedRatio ratio =
        ratio(
            sample(1, 0, "a", 1.00),
            sample(1, 1, "b", 1.02),
            sample(1, 2, "b", 1.02 * 1.02),
            sample(1, 3, "a", 1.02 * 1.02 * 1.02));

    assertThat(ratio.pairs()).isEqualTo(2);
    assertThat(ratio.ratio()).isCloseTo(1, within(1e-12));
  }

  @Test
  void anInvalidSampleTakesItsPairWithIt() {
    PairedRatio ratio =
        ratio(
            sample(1, 0, "a", 1, List.of("too few sectors")),
            sample(1, 1, "b", 7),
            sample(1, 2, "b", 1),
            sample(1, 3, "a", 2),
            sample(2, 0, "a", 1),
            sample(2, 1, "b", 1, List.of("too few sectors")));

    assertThat(ratio.pairs()).isEqualTo(1);
    assertThat(ratio.ratio()).isCloseTo(2, within(1e-12));
  }

  @Test
  void theDefaultIsTheGeometricMeanOfItselfAndItsTwin() {
    RoundTable table =
        table(
            sample(1, 0, Candidate.BASELINE, 1),
            sample(1, 1, "a", 1),
            sample(1, 2, Candidate.TWIN, 4));

    assertThat(table.overDefault("a").ratio()).isCloseTo(2, within(1e-12));
    assertThat(table.ratio("a", Candidate.BASELINE).ratio()).isCloseTo(1, within(1e-12));
  }

  @Test
  void aRoundWithoutOneOfTheTwoDefaultsIsComparedWithTheOther() {
    RoundTable table =
        table(
            sample(1, 0, Candidate.BASELINE, 9, List.of("too few sectors")),
            sample(1, 1, "a", 1),
            sample(1, 2, Candidate.TWIN, 3));

    assertThat(table.overDefault("a").ratio()).isCloseTo(3, within(1e-12));
  }

  @Test
  void comparesUnderItsClock() {
    List<Sample> samples = List.of(sample(1, 0, "a", 2), lateToBeDurable(sample(1, 1, "b", 1)));

    assertThat(new RoundTable(samples, Clock.COMMAND).ratio("b", "a").ratio())
        .isCloseTo(2, within(1e-12));
    assertThat(new RoundTable(samples, Clock.DURABLE).ratio("b", "a").ratio())
        .isCloseTo(0.5, within(1e-12));
  }

  /** After twice the 2.2 seconds of the other. */
  private static Sample lateToBeDurable(Sample sample) {
    return new Sample(
        sample.round(),
        sample.position(),
        sample.phase(),
        sample.candidate(),
        sample.sizeClass(),
        sample.asked(),
        sample.used(),
        sample.bytes(),
        sample.commandSeconds(),
        4.4,
        sample.evidence(),
        sample.warnings(),
        sample.invalid());
  }

  @Test
  void holdsAsManyRoundsAsThereAre() {
    List<Sample> samples = new ArrayList<>();
    for (int round = 1; round <= 100; round++) {
      samples.add(sample(round, 0, "a", round % 2 == 0 ? 2 : 4));
      samples.add(sample(round, 1, "b", round % 2 == 0 ? 1 : 2));
    }

    PairedRatio ratio = new RoundTable(samples, Clock.COMMAND).ratio("b", "a");

    assertThat(ratio.pairs()).isEqualTo(100);
    assertThat(ratio.ratio()).isCloseTo(2, within(1e-12));
  }

  @Test
  void knowsNothingOfACandidateWithoutASample() {
    assertThat(table(sample(1, 0, "a", 1)).ratio("a", "b").pairs()).isZero();
  }

  private static PairedRatio ratio(Sample... samples) {
    return table(samples).ratio("b", "a");
  }

  private static RoundTable table(Sample... samples) {
    return new RoundTable(List.of(samples), Clock.COMMAND);
  }
}
