package dev.cleave.tuner.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ShareTestTest {
  @Test
  void noneBeyondInThreeHundredBoundsTheNinetyNinthPercentile() {
    assertThat(new ShareTest(298).errorOfFewer(0, 0.01)).isGreaterThan(0.05);
    assertThat(new ShareTest(299).errorOfFewer(0, 0.01)).isLessThan(0.05);
    assertThat(ShareTest.leastOperations(0.99, 0.05)).isCloseTo(298.07, within(0.01));
  }

  @Test
  void agreesWithTheBinomialItself() {
    // P(X >= 3) of 20 at 0.1, by hand: 1 - 0.12158 - 0.27017 - 0.28518
    assertThat(new ShareTest(20).errorOfMore(3 / 20.0, 0.1)).isCloseTo(0.32307, within(1e-4));
    assertThat(new ShareTest(20).errorOfFewer(2 / 20.0, 0.1)).isCloseTo(0.67693, within(1e-4));
  }

  @Test
  void theRanksCoverThePercentile() {
    Random random = new Random(3);
    int covered = 0;
    int series = 2000;
    ShareTest test = new ShareTest(500);
    double low = test.lowerRank(0.9, 0.025);
    double high = test.upperRank(0.9, 0.025);
    for (int i = 0; i < series; i++) {
      double[] sorted = random.doubles(500).sorted().toArray();
      boolean below = sorted[(int) Math.ceil(low * 500) - 1] <= 0.9;
      boolean above = sorted[(int) Math.ceil(high * 500) - 1] >= 0.9;
      covered += below && above ? 1 : 0;
    }

    assertThat((double) covered / series).isBetween(0.94, 0.985);
  }

  @Test
  void tooFewBoundNothing() {
    assertThat(new ShareTest(100).upperRank(0.99, 0.05)).isEqualTo(1);
    assertThat(new ShareTest(100).canBoundAbove(0.99, 0.05)).isFalse();
  }
}
