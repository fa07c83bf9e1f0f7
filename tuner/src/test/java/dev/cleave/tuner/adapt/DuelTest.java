package dev.cleave.tuner.adapt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cleave.engine.CopyPlan;
import dev.cleave.tuner.adapt.Duel.State;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DuelTest {
  private static final CopyPlan HOLDER = CopyPlan.SEQUENTIAL;
  private static final CopyPlan CHALLENGER = CopyPlan.SEQUENTIAL.withSplitDepth(1);

  private final Duel duel = new Duel(Move.SPLIT, CHALLENGER, HOLDER, new PairNoise());

  @Test
  void takesSlicesInTheOrderAbba() {
    List<CopyPlan> order = new ArrayList<>();
    for (int slice = 0; slice < 8; slice++) {
      order.add(duel.next());
      duel.add(0);
    }
    assertThat(order)
        .containsExactly(
            HOLDER, CHALLENGER, CHALLENGER, HOLDER, HOLDER, CHALLENGER, CHALLENGER, HOLDER);
  }

  @Test
  void aSteadyDriftIsNoDifference() {
    for (int slice = 0; slice < 8; slice++) {
      duel.add(-0.05 * slice);
    }
    assertThat(duel.pairs().meanLog()).isCloseTo(0, within(1e-9));
  }

  @Test
  void onePairIsEnoughForTwiceThePace() {
    pair(Math.log(2));
    assertThat(duel.state()).isEqualTo(State.BETTER);
  }

  @Test
  void onePairIsEnoughToGiveUpHalfThePace() {
    pair(Math.log(0.5));
    assertThat(duel.state()).isEqualTo(State.NOT_BETTER);
  }

  @Test
  void aFewPercentTakeMorePairs() {
    pair(0.08);
    assertThat(duel.state()).isEqualTo(State.OPEN);
    for (int pairs = 1; pairs < 8 && duel.state() == State.OPEN; pairs++) {
      pair(0.08);
    }
    assertThat(duel.state()).isEqualTo(State.BETTER);
    assertThat(duel.pairs().pairs()).isGreaterThan(2);
  }

  @Test
  void whatIsTheSameEndsAfterEightPairs() {
    for (int pairs = 0; pairs < 8; pairs++) {
      assertThat(duel.state()).isEqualTo(State.OPEN);
      pair(pairs % 2 == 0 ? 0.03 : -0.03);
    }
    assertThat(duel.state()).isEqualTo(State.NOT_BETTER);
  }

  @Test
  void halfAPairDecidesNothing() {
    duel.add(0);
    assertThat(duel.isPairComplete()).isFalse();
    assertThat(duel.state()).isEqualTo(State.OPEN);
  }

  private void pair(double logRatio) {
    for (int slice = 0; slice < 2; slice++) {
      duel.add(duel.next().equals(CHALLENGER) ? logRatio : 0);
    }
  }
}
