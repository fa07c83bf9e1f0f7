package dev.cleave.tuner.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SerialMeanTest {
  private static final int SERIES = 4000;

  @ParameterizedTest
  @CsvSource({"20, 0", "20, 0.5", "20, 0.8", "30, 0", "30, 0.5", "30, 0.7", "30, 0.8", "60, 0.9"})
  void ninetyFivePercentIntervalsCoverTheMeanOfCorrelatedValues(int values, double correlation) {
    Random random = new Random(20261128);
    int covered = 0;
    for (int i = 0; i < SERIES; i++) {
      SerialMean mean = SerialMean.of(autoregression(random, values, correlation));
      covered += Math.abs(mean.mean()) <= mean.halfWidth(0.025) ? 1 : 0;
    }

    // 94 % less three standard errors of so many series
    assertThat((double) covered / SERIES).isGreaterThan(0.94 - 3 * Math.sqrt(0.06 / SERIES));
  }

  @ParameterizedTest
  @CsvSource({"20, 0.8", "30, 0", "30, 0.5", "30, 0.8", "60, 0.8"})
  void theErrorIsNoMoreThanItSaysFarOut(int values, double correlation) {
    Random random = new Random(20261129);
    int series = 10_000;
    double error = 0.002;
    int wrong = 0;
    for (int i = 0; i < series; i++) {
      SerialMean mean = SerialMean.of(autoregression(random, values, correlation));
      wrong += mean.errorOfExceeding(0) < error ? 1 : 0;
    }

    assertThat(wrong).isLessThan((int) (series * error + 3 * Math.sqrt(series * error)));
  }

  @Test
  void equalValuesHaveNoDoubt() {
    SerialMean mean = SerialMean.of(5, 5, 5, 5, 5, 5);

    assertThat(mean.halfWidth(0.05)).isZero();
    assertThat(mean.errorOfExceeding(4.9)).isZero();
    assertThat(mean.errorOfFallingShort(4.9)).isEqualTo(1);
  }

  @Test
  void aFewValuesBoundNothing() {
    SerialMean mean = SerialMean.of(1, 2, 1, 2, 1);

    assertThat(mean.halfWidth(0.05)).isInfinite();
  }

  @Test
  void aRampSaysHardlyAnything() {
    double[] ramp = new double[30];
    Arrays.setAll(ramp, i -> 100 - i);

    assertThat(SerialMean.of(ramp).halfWidth(0.05)).isGreaterThan(5);
  }

  /** A first-order one of mean 0. */
  static double[] autoregression(Random random, int values, double correlation) {
    double[] series = new double[values];
    double last = random.nextGaussian() / Math.sqrt(1 - correlation * correlation);
    for (int i = 0; i < values; i++) {
      last = correlation * last + random.nextGaussian();
      series[i] = last;
    }
    return series;
  }
}
