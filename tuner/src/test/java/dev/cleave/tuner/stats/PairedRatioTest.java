package dev.cleave.tuner.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairedRatioTest {
  /** Student, Biometrika 6 (1908), the sleep data: mean 1.58, sd 1.230, 95 %: 0.70 to 2.46. */
  @Test
  void agreesWithStudentsOwnExample() {
    PairedRatio sleep = PairedRatio.of(1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4);

    assertThat(sleep.pairs()).isEqualTo(10);
    assertThat(sleep.meanLog()).isCloseTo(1.58, within(1e-12));
    assertThat(sleep.sdLog()).isCloseTo(1.229995, within(1e-6));
    Interval interval = sleep.interval(0.95);
    assertThat(Math.log(interval.low())).isCloseTo(0.7001142, within(1e-6));
    assertThat(Math.log(interval.high())).isCloseTo(2.4598858, within(1e-6));
  }

  @Test
  void averagesRatiosGeometrically() {
    assertThat(PairedRatio.of(Math.log(2), Math.log(0.5)).ratio()).isCloseTo(1, within(1e-12));
  }

  @Test
  void boundsNothingWithFewerThanTwoPairs() {
    assertThat(PairedRatio.of().ratio()).isNaN();
    assertThat(PairedRatio.of(0.1).interval(0.95))
        .isEqualTo(new Interval(Math.exp(0.1), 0, Double.POSITIVE_INFINITY));
    assertThat(PairedRatio.of(0.1).pairsToExceed(1, 0.05)).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void saysHowManyPairsAProofTakes() {
    PairedRatio ratio = new PairedRatio(6, 0.05, 0.1, 5);

    int pairs = ratio.pairsToExceed(1, 0.001);

    assertThat(new PairedRatio(pairs, 0.05, 0.1, pairs - 1).lowerBound(0.001)).isGreaterThan(1);
    assertThat(new PairedRatio(pairs - 1, 0.05, 0.1, pairs - 2).lowerBound(0.001))
        .isLessThanOrEqualTo(1);
    assertThat(ratio.pairsToExceed(1.06, 0.001)).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void raisedItLiesSoManyStandardErrorsHigher() {
    PairedRatio ratio = new PairedRatio(25, 0.01, 0.1, 24);

    assertThat(ratio.raised(1.5).meanLog()).isCloseTo(0.04, within(1e-12));
    assertThat(ratio.raised(1.5).standardError()).isEqualTo(ratio.standardError());
    assertThat(PairedRatio.of(0.1).raised(1.5)).isEqualTo(PairedRatio.of(0.1));
  }

  /** Yuen, Biometrika 61 (1974): one of five values is cut off at either end. */
  @Test
  void anOutlierCountsAsLittleAsOneVoteCan() {
    PairedRatio ratio = PairedRatio.trimmed(0.1, 0.2, 0.3, 0.4, 70);

    assertThat(ratio.meanLog()).isCloseTo(0.3, within(1e-12));
    assertThat(ratio.sdLog()).isCloseTo(0.1 * 5 / 3, within(1e-12));
    assertThat(ratio.freedom()).isEqualTo(2);
    assertThat(PairedRatio.trimmed(0.1, 0.2, 0.6)).isEqualTo(PairedRatio.of(0.1, 0.2, 0.6));
  }

  /** A weighted mean of the variances, by degrees of freedom. */
  @Test
  void aModeratedSpreadLeansOnTheUsualOne() {
    PairedRatio moderated = new PairedRatio(3, 0.05, 0.1, 2).moderated(0.2, 6);

    assertThat(moderated.sdLog()).isCloseTo(Math.sqrt((2 * 0.01 + 6 * 0.04) / 8), within(1e-12));
    assertThat(moderated.freedom()).isEqualTo(8);
    assertThat(PairedRatio.of(0.1).moderated(0.2, 6).sdLog()).isCloseTo(0.2, within(1e-12));
    assertThat(PairedRatio.of(0.1).moderated(Double.NaN, 6)).isEqualTo(PairedRatio.of(0.1));
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 6, 12, 40})
  void intervalsCoverTheTruthAsOftenAsTheySay(int pairs) {
    int trials = 4000;
    Random random = new Random(pairs);
    long covered =
        IntStream.range(0, trials).filter(trial -> covers(1.1, 0.05, pairs, random)).count();

    BinomialDistribution truth = BinomialDistribution.of(trials, 0.95);
    assertThat(covered)
        .as("seed %d", pairs)
        .isBetween(
            (long) truth.inverseCumulativeProbability(0.0005),
            (long) truth.inverseCumulativeProbability(0.9995));
  }

  private static boolean covers(double ratio, double noise, int pairs, Random random) {
    double[] logRatios =
        IntStream.range(0, pairs)
            .mapToDouble(pair -> Math.log(ratio) + noise * random.nextGaussian())
            .toArray();
    Interval interval = PairedRatio.of(logRatios).interval(0.95);
    return interval.low() <= ratio && ratio <= interval.high();
  }
}
