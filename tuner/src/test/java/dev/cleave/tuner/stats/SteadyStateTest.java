package dev.cleave.tuner.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SteadyStateTest {
  @Test
  void fiveEqualRoundsAreAtRest() {
    assertThat(SteadyState.ofRounds(100, 100, 100, 100, 100).isReached()).isTrue();
  }

  @Test
  void aRangeOverAFifthIsNot() {
    assertThat(SteadyState.ofRounds(100, 90, 111, 90, 100).isReached()).isFalse();
  }

  @Test
  void aSlopeOverATenthIsNot() {
    SteadyState falling = SteadyState.ofRounds(108, 104, 100, 96, 92);

    assertThat(falling.range()).isCloseTo(0.16, within(1e-9));
    assertThat(falling.slopeExcursion()).isCloseTo(0.16, within(1e-9));
    assertThat(falling.isReached()).isFalse();
  }

  @Test
  void onlyTheLastFiveRoundsCount() {
    assertThat(SteadyState.ofRounds(900, 400, 100, 101, 99, 100, 100).isReached()).isTrue();
  }

  /** The criterion once more, by the normal equations of a line y = a + b x. */
  @Test
  void agreesWithAnIndependentImplementation() {
    Random random = new Random(7);
    for (int i = 0; i < 1000; i++) {
      double[] y = random.doubles(5, 80, 120).toArray();
      double sx = 0;
      double sy = 0;
      double sxy = 0;
      double sxx = 0;
      double high = y[0];
      double low = y[0];
      for (int x = 1; x <= 5; x++) {
        sx += x;
        sy += y[x - 1];
        sxy += x * y[x - 1];
        sxx += x * x;
        high = Math.max(high, y[x - 1]);
        low = Math.min(low, y[x - 1]);
      }
      double slope = (5 * sxy - sx * sy) / (5 * sxx - sx * sx);
      boolean reached =
          high - low <= 0.2 * sy / 5 && Math.abs(slope * 5 - slope * 1) <= 0.1 * sy / 5;

      assertThat(SteadyState.ofRounds(y).isReached()).isEqualTo(reached);
    }
  }
}
