package dev.cleave.tuner.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.measure.SampleFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepChangeTest {
  private static final int ROUNDS = 10;

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 9})
  void keepsTheRoundsBehindAStep(int lastRoundBefore) {
    List<Sample> samples = mirrored(round -> round <= lastRoundBefore ? 1 : 2.5);

    assertThat(StepChange.after(samples))
        .isEqualTo(samples.stream().filter(it -> it.round() > lastRoundBefore).toList());
  }

  @Test
  void aStepWithinARoundTakesTheRoundWithIt() {
    List<Sample> samples = new ArrayList<>();
    for (int copy = 0; copy < 4 * ROUNDS; copy++) {
      boolean isDefault = copy % 4 == 0 || copy % 4 == 3;
      samples.add(
          SampleFixture.sample(
              1 + copy / 4, copy % 4, isDefault ? Candidate.BASELINE : "a", copy < 18 ? 1 : 3));
    }

    assertThat(StepChange.after(samples)).allMatch(sample -> sample.round() > 5);
  }

  @Test
  void noiseAndADriftAreNoSteps() {
    Random random = new Random(11);

    List<Sample> samples =
        mirrored(round -> (1 + 0.03 * round) * Math.exp(0.08 * random.nextGaussian()));

    assertThat(StepChange.after(samples)).isEqualTo(samples);
  }

  @Test
  void oneSlowCopyIsNoStep() {
    List<Sample> samples = mirrored(round -> round == 4 ? 7 : 1 + 0.01 * (round % 3));

    assertThat(StepChange.after(samples)).isEqualTo(samples);
  }

  /** The default is below the cap that ends the fast one's burst. */
  @Test
  void aStepOfOnePlanAloneIsOne() {
    List<Sample> samples = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      samples.add(SampleFixture.sample(round, 0, Candidate.BASELINE, 1));
      samples.add(SampleFixture.sample(round, 1, "a", round < 5 ? 0.2 : 0.9));
    }

    assertThat(StepChange.after(samples)).isEqualTo(samples.subList(8, 2 * ROUNDS));
  }

  @Test
  void nothingIsLeftOutOfNothing() {
    assertThat(StepChange.after(List.of())).isEmpty();
  }

  private static List<Sample> mirrored(IntToDoubleFunction seconds) {
    List<Sample> samples = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      for (String candidate : List.of(Candidate.BASELINE, "a", "a", Candidate.BASELINE)) {
        samples.add(
            SampleFixture.sample(
                round, samples.size() % 4, candidate, seconds.applyAsDouble(round)));
      }
    }
    return samples;
  }
}
