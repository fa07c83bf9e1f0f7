package dev.cleave.tuner.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

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
  void aSawToothOfCreditsHasNoneAndIsNotAtRest() {
    double[] tooth = series(60, i -> i % 12 < 6 ? 300 : 100, 0.02);

    assertThat(LevelChange.allOf(tooth)).isEmpty();

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

  /** Levels as devices have them, and the windows of 60 with which the next one begins. */
  static Stream<Arguments> levels() {
    return Stream.of(
        arguments("cliff", new double[] {500, 120}, new int[] {22}),
        arguments("two falls", new double[] {900, 400, 100}, new int[] {20, 40}),
        arguments("credit saved again", new double[] {300, 60, 300}, new int[] {25, 45}));
  }

  /** Beside the best of all partitions into as many parts, found by dynamic programming. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("levels")
  void agreesWithAnIndependentImplementation(String name, double[] levels, int[] changes) {
    for (int i = 0; i < 100; i++) {
      double[] values = series(60, at -> levels[part(changes, at)], 0.04);
      int[] found = indexes(LevelChange.allOf(values));

      assertThat(found).as(name).isEqualTo(BestPartition.of(values, changes.length));
    }
  }

  /** Recorded under a cap of 50 MB/s, and under one of 20 MB/s that was lowered to 8 in mid-run. */
  @ParameterizedTest
  @CsvSource({"capped-50-MB, 0", "cap-lowered, 1"})
  void agreesWithItOnRecordedSeries(String name, int changes) throws IOException {
    double[] values;
    try (Stream<String> lines = Files.lines(Path.of("src/test/resources/series", name + ".txt"))) {
      values = lines.mapToDouble(Double::parseDouble).toArray();
    }

    assertThat(indexes(LevelChange.allOf(values))).isEqualTo(BestPartition.of(values, changes));
  }

  private static int part(int[] changes, int at) {
    return (int) Arrays.stream(changes).filter(change -> at >= change).count();
  }

  private static int[] indexes(List<LevelChange> changes) {
    return changes.stream().mapToInt(LevelChange::index).toArray();
  }

  private double[] series(int values, IntToDoubleFunction level, double noise) {
    double[] series = new double[values];
    Arrays.setAll(series, i -> level.applyAsDouble(i) * (1 + noise * random.nextGaussian()));
    return series;
  }
}
