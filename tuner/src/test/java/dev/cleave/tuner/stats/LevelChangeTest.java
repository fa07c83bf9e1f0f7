package dev.cleave.tuner.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelChangeTest {
  private final Random random = new Random(42);

  @Test
  void aCliffIsFoundWhereItIs() {
    List<LevelChange> found = LevelChange.allOf(series(40, i -> i < 13 ? 500 : 120, 0.03));

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().index()).isEqualTo(13);
    assertThat(found.getFirst().before()).isBetween(480.0, 520.0);
    assertThat(found.getFirst().behind()).isBetween(115.0, 125.0);
    assertThat(LevelChange.firstFall(found)).isEqualTo(found.getFirst());
  }

  @Test
  void twoFallsAreFound() {
    List<LevelChange> found =
        LevelChange.allOf(series(60, i -> i < 20 ? 900 : i < 40 ? 400 : 100, 0.02));

    assertThat(found).extracting(LevelChange::index).containsExactly(20, 40);
  }

  @Test
  void aRiseIsNoCliff() {
    List<LevelChange> found = LevelChange.allOf(series(40, i -> i < 20 ? 100 : 300, 0.02));

    assertThat(LevelChange.firstFall(found)).isNull();
  }

  @Test
  void aFlatSeriesHasNone() {
    assertThat(LevelChange.allOf(series(40, _ -> 100, 0.05))).isEmpty();
    assertThat(LevelChange.allOf(series(40, _ -> 100, 0))).isEmpty();
  }

  @Test
  void aSawToothOfCreditsIsNotAtRest() {
    double[] tooth = series(60, i -> i % 12 < 6 ? 300 : 100, 0.02);

    assertThat(SteadyState.ofWindows(Arrays.copyOfRange(tooth, 0, 57)).isReached()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"30, 0", "30, 0.5", "30, 0.8", "60, 0.5", "60, 0.8", "120, 0.8"})
  void withoutAChangeHardlyAnyIsFound(int values, double correlation) {
    int series = 2000;
    int falseOnes = 0;
    for (int i = 0; i < series; i++) {
      double[] noise = SerialMeanTest.autoregression(random, values, correlation);
      for (int at = 0; at < values; at++) {
        noise[at] = 100 + 10 * noise[at]; // large enough for steps of a tenth
      }
      falseOnes += LevelChange.allOf(noise).isEmpty() ? 0 : 1;
    }

    assertThat((double) falseOnes / series).isLessThan(0.02);
  }

  private double[] series(int values, IntToDoubleFunction level, double noise) {
    double[] series = new double[values];
    Arrays.setAll(series, i -> level.applyAsDouble(i) * (1 + noise * random.nextGaussian()));
    return series;
  }
}
