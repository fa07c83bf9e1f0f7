package dev.cleave.tuner.search;

import static dev.cleave.tuner.search.SweepFixture.ALL;
import static dev.cleave.tuner.search.SweepFixture.BASELINE;
import static dev.cleave.tuner.search.SweepFixture.CHEAP;
import static dev.cleave.tuner.search.SweepFixture.THREE;
import static dev.cleave.tuner.search.SweepFixture.TWIN;
import static dev.cleave.tuner.search.SweepFixture.TWO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LookTest {
  @Test
  void theDefaultAndItsTwinAlwaysStay() {
    Look look = look(3, 0.02, Map.of());

    assertThat(look.rivals()).containsExactly(CHEAP, TWO, THREE);
    assertThat(look.with(Set.of(THREE, CHEAP))).containsExactly(BASELINE, TWIN, CHEAP, THREE);
    assertThat(look.with(Set.of())).containsExactly(BASELINE, TWIN);
  }

  @Test
  void isSettledOnceTheLeaderIsFarAheadOfAll() {
    assertThat(look(3, 0.05, Map.of(TWO, 0.99)).isSettled()).isFalse();
    assertThat(look(8, 0.01, Map.of(TWO, 0.8)).isSettled()).isTrue();
  }

  @Test
  void nothingIsBoundedAfterOneRound() {
    assertThat(look(1, 0.01, Map.of(TWO, 0.5)).regretBound()).isEqualTo(1);
  }

  @Test
  void theClockThatShowsMoreBoundsTheRegret() {
    Look look = look(6, 0.05, Map.of(TWO, 0.97));
    double error = look.errors().perComparisonWithBest(3);

    assertThat(look.regretBound())
        .isEqualTo(
            Math.max(
                look.standings(Clock.COMMAND).regretBound(error),
                look.standings(Clock.DURABLE).regretBound(error)));
  }

  @Test
  void allLooksTogetherSpendNoMoreThanTheError() {
    double spent = 0;
    for (int number = 1; number <= 1000; number++) {
      spent += Look.at(number, ALL, List.of(), 0.03, ErrorBudget.ONE_CLASS).errorPerComparison();
    }

    double error = ErrorBudget.ONE_CLASS.perComparisonWithBest(3);
    assertThat(spent).isBetween(0.99 * error, error);
  }

  private static Look look(int rounds, double noise, Map<Candidate, Double> seconds) {
    return Look.at(
        1, ALL, SweepFixture.samples(rounds, noise, seconds), 0.03, ErrorBudget.ONE_CLASS);
  }
}
