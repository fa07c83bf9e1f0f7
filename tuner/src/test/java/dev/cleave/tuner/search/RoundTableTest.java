package dev.cleave.tuner.search;

import static dev.cleave.tuner.measure.SampleFixture.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.stats.PairedRatio;
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
  void theDefaultAndItsTwinAreOneReference() {
    RoundTable table =
        new RoundTable(
            List.of(
                sample(1, 0, "default", 1),
                sample(1, 1, "default-twin", 4),
                sample(1, 2, "b", 1),
                sample(2, 0, "default-twin", 3),
                sample(2, 1, "b", 1)),
            Clock.COMMAND);

    PairedRatio ratio = table.overDefault("b");
    assertThat(ratio.pairs()).isEqualTo(2);
    assertThat(ratio.ratio()).isCloseTo(Math.sqrt(2 * 3), within(1e-12));
  }

  @Test
  void anUnknownCandidateHasNoPairs() {
    assertThat(ratio(sample(1, 0, "a", 1)).pairs()).isZero();
  }

  private static PairedRatio ratio(Sample... samples) {
    return new RoundTable(List.of(samples), Clock.COMMAND).ratio("b", "a");
  }
}
