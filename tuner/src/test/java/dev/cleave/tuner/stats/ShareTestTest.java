package dev.cleave.tuner.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
}
