package dev.cleave.tuner.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoiseTest {
  @Test
  void isTheRootMeanSquareOfNeighbouringLogRatios() {
    assertThat(Noise.ofNeighbours(1, Math.exp(0.03), Math.exp(-0.01)))
        .isCloseTo(Math.sqrt((0.03 * 0.03 + 0.04 * 0.04) / 2), within(1e-12));
  }

  @Test
  void isUnknownForASingleCopy() {
    assertThat(Noise.ofNeighbours(1)).isNaN();
    assertThat(Noise.ofNeighbours()).isNaN();
  }

  @Test
  void hardlySeesASlowDrift() {
    Random random = new Random(5);
    double[] seconds =
        IntStream.range(0, 2000)
            .mapToDouble(i -> Math.exp(0.005 * i + 0.05 * random.nextGaussian()))
            .toArray();

    assertThat(Noise.ofNeighbours(seconds))
        .as("seed 5: two copies differ by the noise of both")
        .isCloseTo(0.05 * Math.sqrt(2), within(0.004));
  }
}
