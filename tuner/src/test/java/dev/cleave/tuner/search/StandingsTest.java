package dev.cleave.tuner.search;

import static dev.cleave.tuner.search.SweepFixture.ALL;
import static dev.cleave.tuner.search.SweepFixture.BASELINE;
import static dev.cleave.tuner.search.SweepFixture.CHEAP;
import static dev.cleave.tuner.search.SweepFixture.THREE;
import static dev.cleave.tuner.search.SweepFixture.TWIN;
import static dev.cleave.tuner.search.SweepFixture.TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.stats.PairedRatio;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandingsTest {
  @Test
  void theFastestStandsFirstAndTheDefaultAmongThem() {
    Standings standings = standings(6, 0.01, Map.of(CHEAP, 1.4, TWO, 0.8, THREE, 1.2));

    assertThat(standings.fastestFirst()).containsExactly(TWO, BASELINE, THREE, CHEAP);
    assertThat(standings.leader()).isEqualTo(TWO);
    assertThat(standings.challenger()).isEqualTo(TWO);
  }

  @Test
  void theChallengerIsNeverTheDefault() {
    Standings standings = standings(6, 0.01, Map.of(CHEAP, 1.4, TWO, 1.3, THREE, 1.2, TWIN, 0.5));

    assertThat(standings.leader()).isEqualTo(BASELINE);
    assertThat(standings.challenger()).isEqualTo(THREE);
  }

  @Test
  void whoWasNotMeasuredDoesNotStand() {
    List<Sample> withoutThree =
        SweepFixture.samples(List.of(BASELINE, TWIN, CHEAP, TWO), 3, 0.01, Map.of());

    assertThat(new Standings(ALL, withoutThree, Clock.COMMAND).fastestFirst())
        .containsExactlyInAnyOrder(BASELINE, CHEAP, TWO);
  }

  @Test
  void comparesEitherWayRound() {
    Standings standings = standings(6, 0.02, Map.of(TWO, 0.5));

    assertThat(standings.over(TWO, BASELINE).ratio()).isCloseTo(2, within(0.1));
    for (Candidate other : List.of(BASELINE, CHEAP, THREE)) {
      PairedRatio over = standings.over(TWO, other);
      PairedRatio back = standings.over(other, TWO);
      assertThat(over.meanLog()).isCloseTo(-back.meanLog(), within(1e-12));
      assertThat(over.sdLog()).isCloseTo(back.sdLog(), within(1e-12));
    }
    assertThat(standings.meanLog(BASELINE)).isZero();
  }

  /** Two equal ratios have no spread of their own; the others' tells what is usual. */
  @Test
  void fewRoundsLeanOnTheUsualSpread() {
    PairedRatio own =
        new RoundTable(SweepFixture.samples(2, 0.05, Map.of()), Clock.COMMAND)
            .overDefault(TWO.name());
    PairedRatio leaning = standings(2, 0.05, Map.of()).ofDefault(TWO);

    assertThat(own.freedom()).isEqualTo(1);
    assertThat(leaning.freedom()).isGreaterThan(own.freedom());
    assertThat(leaning.meanLog()).isEqualTo(own.meanLog());
  }

  @Test
  void takingTheLeaderCostsLittleWhereItIsFarAheadAndSomethingWhereItIsNot() {
    Standings ahead = standings(12, 0.01, Map.of(TWO, 0.5));
    Standings close = standings(12, 0.05, Map.of(TWO, 0.99));

    assertThat(ahead.regretBound(0.01)).isZero();
    assertThat(close.regretBound(0.01)).isBetween(0.005, 0.2);
    assertThat(close.regretBound(0.001)).isGreaterThan(close.regretBound(0.01));
  }

  private static Standings standings(int rounds, double noise, Map<Candidate, Double> seconds) {
    return new Standings(ALL, SweepFixture.samples(rounds, noise, seconds), Clock.COMMAND);
  }
}
