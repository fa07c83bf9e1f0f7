package dev.cleave.tuner.search;

import static dev.cleave.tuner.measure.SampleFixture.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class StepChangeTest {
  private static final int ROUNDS = 8;

  @Test
  void keepsWhatLiesBehindTheEndOfABurst() {
    List<Sample> samples = samples(round -> round <= 3 ? 1 : 2);

    assertThat(StepChange.after(samples)).isNotEmpty().allMatch(sample -> sample.round() > 3);
  }

  @Test
  void aSlowDriftIsNoStep() {
    List<Sample> samples = samples(round -> 1 + 0.02 * round);

    assertThat(StepChange.after(samples)).isEqualTo(samples);
  }

  @Test
  void oneSlowRoundIsNoStep() {
    List<Sample> samples = samples(round -> round == 4 ? 3 : 1);

    assertThat(StepChange.after(samples)).isEqualTo(samples);
  }

  @Test
  void nothingIsNoStep() {
    assertThat(StepChange.after(List.of())).isEmpty();
  }

  private static List<Sample> samples(IntToDoubleFunction secondsOfRound) {
    Random random = new Random(4);
    List<Sample> samples = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      double seconds = secondsOfRound.applyAsDouble(round) * Math.exp(0.01 * random.nextGaussian());
      samples.add(sample(round, 0, Candidate.BASELINE, seconds));
      samples.add(sample(round, 1, "other", 0.8 * seconds));
    }
    return samples;
  }
}
