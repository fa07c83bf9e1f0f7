package dev.cleave.tuner.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MedianIntervalTest {
  private static final long SEED = 20261128;

  @Test
  void fiveValuesAreTooFewForNinetyFivePercent() {
    MedianInterval five = MedianInterval.of(new double[] {5, 1, 4, 2, 3}, 0.95);
    assertThat(five).isEqualTo(new MedianInterval(3, 0, Double.POSITIVE_INFINITY, 5));
    assertThat(five.isBounded()).isFalse();
  }

  @Test
  void theRanksAreThoseOfTheTables() {
    // Conover, Practical Nonparametric Statistics, table A3: of 6 the ends, of 20 the 6th and 15th.
    assertThat(MedianInterval.of(upTo(6), 0.95)).isEqualTo(new MedianInterval(3.5, 1, 6, 6));
    assertThat(MedianInterval.of(upTo(20), 0.95)).isEqualTo(new MedianInterval(10.5, 6, 15, 20));
  }

  @Test
  void noValueHasNoMedian() {
    assertThat(MedianInterval.of(new double[0], 0.95).median()).isNaN();
  }

  @Test
  void coversTheMedianAsOftenAsItSays() {
    System.out.println("seed " + SEED);
    SplittableRandom random = new SplittableRandom(SEED);
    int runs = 4000;
    long covered =
        IntStream.range(0, runs)
            .mapToObj(_ -> MedianInterval.of(exponential(random, 15), 0.95))
            .filter(it -> it.low() <= Math.log(2) && it.high() >= Math.log(2))
            .count();
    // The true coverage with ranks 4 and 12 is 0.9648; four standard errors are 0.012.
    assertThat((double) covered / runs).isBetween(0.952, 0.977);
  }

  private static double[] upTo(int n) {
    return IntStream.rangeClosed(1, n).asDoubleStream().toArray();
  }

  private static double[] exponential(SplittableRandom random, int n) {
    return IntStream.range(0, n).mapToDouble(_ -> -Math.log(1 - random.nextDouble())).toArray();
  }
}
