package dev.cleave.tuner.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class UnpairedRatioTest {
  @Test
  void isWelchsIntervalWhereNothingIsTrimmed() {
    double[] fast = logs(2, 4, 8);
    double[] slow = logs(1, 2, 4);

    Interval interval = UnpairedRatio.trimmed(fast, slow).interval(0.95);

    // Each side: sd ln 2, standard error ln 2 / sqrt 3; Welch's freedom 4, t 2.776445.
    double half = 2.776445 * Math.log(2) * Math.sqrt(2.0 / 3);
    assertThat(interval.ratio()).isCloseTo(2, within(1e-9));
    assertThat(interval.low()).isCloseTo(2 * Math.exp(-half), within(1e-4));
    assertThat(interval.high()).isCloseTo(2 * Math.exp(half), within(1e-3));
  }

  @Test
  void oneSampleThatWasHeldUpHardlyCounts() {
    double[] usual = logs(100, 101, 99, 100, 102, 98);
    double[] heldUp = logs(100, 101, 99, 100, 102, 5);

    assertThat(UnpairedRatio.trimmed(heldUp, usual).ratio()).isBetween(0.98, 1.02);
  }

  @Test
  void twoSamplesAreTooFewForAnInterval() {
    Interval interval = UnpairedRatio.trimmed(logs(1, 2), logs(1, 2, 3)).interval(0.95);

    assertThat(interval.low()).isZero();
    assertThat(interval.high()).isInfinite();
  }

  @Test
  void samplesWithoutNoiseHaveAnIntervalOfOnePoint() {
    Interval interval = UnpairedRatio.trimmed(logs(3, 3, 3), logs(2, 2, 2)).interval(0.95);

    assertThat(interval.low()).isEqualTo(interval.high()).isEqualTo(interval.ratio());
  }

  /** 2,000 intervals of 95 %: 4.2 standard errors below and above what is expected of them. */
  @Test
  void coversTheTrueRatioAsOftenAsItSays() {
    Random random = new Random(7);
    int covered = 0;
    for (int trial = 0; trial < 2000; trial++) {
      double[] one = noise(random, 8, 0.05);
      double[] other = noise(random, 12, 0.02);
      Interval interval = UnpairedRatio.trimmed(one, other).interval(0.95);
      covered += interval.low() <= 1 && interval.high() >= 1 ? 1 : 0;
    }
    assertThat(covered).isBetween(1860, 1945);
  }

  private static double[] noise(Random random, int count, double sd) {
    return DoubleStream.generate(() -> sd * random.nextGaussian()).limit(count).toArray();
  }

  private static double[] logs(double... values) {
    return DoubleStream.of(values).map(Math::log).toArray();
  }
}
