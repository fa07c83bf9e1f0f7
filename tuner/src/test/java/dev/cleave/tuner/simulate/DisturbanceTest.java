package dev.cleave.tuner.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisturbanceTest {
  private static final int COPIES = 200_000;

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.05, 0.2})
  void aCopysNoiseHasTheStatedSize(double noise) {
    Random random = new Random(1);
    Disturbance disturbance = new Disturbance(noise, 0, 0);

    double[] logs = logs(() -> disturbance.copy(random, 0));

    assertThat(mean(logs)).isCloseTo(0, within(0.02 * noise));
    assertThat(sd(logs)).isCloseTo(noise, within(0.03 * noise));
  }

  @Test
  void aRoundsNoiseHasTheStatedSize() {
    Random random = new Random(2);
    Disturbance disturbance = new Disturbance(0, 0.1, 0);

    assertThat(sd(logs(() -> disturbance.block(random)))).isCloseTo(0.1, within(0.001));
    assertThat(disturbance.copy(random, 0)).isEqualTo(1);
  }

  /** Of a normal distribution, 63 in a million lie beyond four standard deviations. */
  @Test
  void farOutliersAreMoreFrequentThanNormalOnes() {
    Random random = new Random(3);
    Disturbance disturbance = new Disturbance(0.05, 0, 0);

    double[] logs = logs(() -> disturbance.copy(random, 0));

    double far = DoubleStream.of(logs).filter(log -> Math.abs(log) > 4 * 0.05).count();
    assertThat(far / COPIES).isBetween(0.001, 0.02);
  }

  @Test
  void theDriftIsSteepestAtTheStartAndComesBack() {
    Disturbance disturbance = new Disturbance(0, 0, 0.02);
    Random random = new Random(4);

    assertThat(Math.log(disturbance.copy(random, 60))).isCloseTo(0.02, within(0.001));
    assertThat(disturbance.copy(random, 300)).isGreaterThan(disturbance.copy(random, 60));
    assertThat(disturbance.copy(random, 600)).isCloseTo(1, within(1e-9));
    assertThat(disturbance.copy(random, 900)).isLessThan(1);
  }

  @Test
  void drawsADriftOfUpToTwoPercentAMinuteEitherWay() {
    double[] drifts =
        new Random(5)
            .longs(1000)
            .mapToObj(seed -> Disturbance.draw(0.05, new Random(seed)))
            .peek(drawn -> assertThat(drawn.blockNoise()).isEqualTo(drawn.noise()))
            .mapToDouble(Disturbance::driftPerMinute)
            .toArray();

    assertThat(DoubleStream.of(drifts).min().orElseThrow()).isBetween(-0.02, -0.019);
    assertThat(DoubleStream.of(drifts).max().orElseThrow()).isBetween(0.019, 0.02);
  }

  private static double[] logs(DoubleSupplier factor) {
    return DoubleStream.generate(factor).limit(COPIES).map(Math::log).toArray();
  }

  private static double mean(double[] values) {
    return DoubleStream.of(values).average().orElseThrow();
  }

  private static double sd(double[] values) {
    double mean = mean(values);
    return Math.sqrt(
        DoubleStream.of(values).map(it -> (it - mean) * (it - mean)).average().orElseThrow());
  }
}
