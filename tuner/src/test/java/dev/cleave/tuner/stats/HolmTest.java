package dev.cleave.tuner.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HolmTest {
  @Test
  void eachRankHasItsOwnShareOfTheError() {
    assertThat(Holm.rejected(new double[] {0.004, 0.001, 0.02}, 0.01))
        .containsExactly(true, true, false);
  }

  @Test
  void theFirstThatHoldsEndsIt() {
    assertThat(Holm.rejected(new double[] {0.004, 0.0045, 0.005}, 0.01))
        .containsExactly(false, false, false);
  }

  @Test
  void whatIsNotTestedStillCounts() {
    assertThat(Holm.rejected(new double[] {0.006, Double.NaN}, 0.01)).containsExactly(false, false);
  }
}
