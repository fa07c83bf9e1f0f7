package dev.cleave.tuner.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MeanIntervalTest {
  @Test
  void agreesWithTheTable() {
    // t(0.975, 4) = 2.776445; the standard deviation of 1..5 is sqrt(2.5).
    MeanInterval interval = MeanInterval.of(new double[] {1, 2, 3, 4, 5}, 0.95);

    double half = 2.776445 * Math.sqrt(2.5 / 5);
    assertThat(interval.mean()).isEqualTo(3);
    assertThat(interval.low()).isCloseTo(3 - half, within(1e-5));
    assertThat(interval.high()).isCloseTo(3 + half, within(1e-5));
    assertThat(interval.isBounded()).isTrue();
  }

  @Test
  void isUnboundedBelowThreeValues() {
    MeanInterval interval = MeanInterval.of(new double[] {1, 2}, 0.95);

    assertThat(interval.mean()).isEqualTo(1.5);
    assertThat(interval.low()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(interval.high()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(interval.isBounded()).isFalse();
  }

  @Test
  void isOnePointForEqualValues() {
    assertThat(MeanInterval.of(new double[] {7, 7, 7}, 0.95))
        .isEqualTo(new MeanInterval(7, 7, 7, 3));
  }

  @Test
  void coversTheMeanAsOftenAsItSays() {
    long seed = 20261122;
    Random random = new Random(seed);
    int trials = 4000;
    int covered = 0;
    for (int trial = 0; trial < trials; trial++) {
      double[] values = random.doubles(5).map(_ -> random.nextGaussian(10, 2)).toArray();
      MeanInterval interval = MeanInterval.of(values, 0.95);
      covered += interval.low() <= 10 && 10 <= interval.high() ? 1 : 0;
    }
    // Four standard deviations of a binomial with 4000 trials are 1.4 %.
    assertThat(covered / (double) trials).as("seed " + seed).isCloseTo(0.95, within(0.014));
  }

  @Test
  void refusesNoValuesAndNoConfidence() {
    assertThatThrownBy(() -> MeanInterval.of(new double[0], 0.95))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> MeanInterval.of(new double[] {1}, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
