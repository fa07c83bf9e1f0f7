package dev.cleave.tuner.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.simulate.VirtualClock;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EliminationTest {
  private static final KnownTune FLAT =
      KnownTune.of(plan -> 1, 9).withNoise(0.2).withBudgetSeconds(20_000);

  @Test
  void looksEverMoreSeldom() throws IOException {
    Sweep sweep = sweep(FLAT);

    new Elimination(EliminationTest::keepAll).search(FLAT.space().candidates(), sweep);

    List<Integer> rounds = sweep.looks().stream().map(RaceLook::round).toList();
    assertThat(rounds).startsWith(1, 2, 3, 5, 7, 10, 14, 19);
  }

  @Test
  void endsWhenNobodyIsLeftToCompareWithTheDefault() throws IOException {
    Sweep sweep = sweep(FLAT);

    new Elimination(look -> Set.of()).search(FLAT.space().candidates(), sweep);

    assertThat(sweep.samples()).hasSize(FLAT.space().candidates().size());
  }

  @Test
  void endsWhenTheLeaderIsAsGoodAsAnyOfTheRest() throws IOException {
    KnownTune still = KnownTune.of(plan -> plan.splitDepth() == 2 ? 0.99 : 1, 9).withNoise(0.001);
    Sweep sweep = sweep(still);

    new Elimination(EliminationTest::keepAll).search(still.space().candidates(), sweep);

    assertThat(sweep.looks().getLast().regretBound()).isLessThan(0.03);
    assertThat(sweep.roundsLeft(still.space().candidates())).isPositive();
  }

  @Test
  void measuresOnlyThoseThatStay() throws IOException {
    Candidate only = FLAT.space().candidates().getLast();
    Sweep sweep = sweep(FLAT.withBudgetSeconds(300));

    new Elimination(look -> Set.of(only)).search(FLAT.space().candidates(), sweep);

    assertThat(sweep.samples())
        .filteredOn(sample -> sample.round() > 1)
        .isNotEmpty()
        .extracting("candidate")
        .containsOnly(Candidate.BASELINE, Candidate.TWIN, only.name());
  }

  private static Set<Candidate> keepAll(Look look) {
    return Set.copyOf(look.rivals());
  }

  private static Sweep sweep(KnownTune tune) {
    VirtualClock clock = new VirtualClock();
    return new Sweep(
        tune.evaluator(clock, tune.device(clock)), () -> Reserve.NONE, 0.03, ErrorBudget.ONE_CLASS);
  }
}
