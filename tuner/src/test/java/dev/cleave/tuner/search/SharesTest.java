package dev.cleave.tuner.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.simulate.VirtualClock;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharesTest {
  private static final Candidate BASELINE = SweepFixture.BASELINE;

  @Test
  void aLongTuneIsDividedByShares() throws IOException {
    Evaluator evaluator = afterTwoCopies(KnownTune.of(plan -> 1, 1).withBudgetSeconds(1000));

    assertThat(Shares.behindTheSweep(evaluator, BASELINE).seconds()).isCloseTo(450, within(1e-9));
    assertThat(Shares.behindTheProof(evaluator, BASELINE).seconds()).isCloseTo(80, within(1e-9));
  }

  @Test
  void aShortTuneKeepsWhatTheFewestPairsTake() throws IOException {
    Evaluator evaluator = afterTwoCopies(KnownTune.of(plan -> 1, 1).withBudgetSeconds(60));

    double seconds = Shares.behindTheSweep(evaluator, BASELINE).seconds();

    assertThat(seconds)
        .isCloseTo(
            Shares.rounds(evaluator, BASELINE, Shares.FEWEST_ROUNDS_BEHIND).seconds(), within(1e-9))
        .isGreaterThan(0.45 * 60);
  }

  @Test
  void everyRoundBehindTheSweepHasAWorkerToStart() throws IOException {
    Evaluator evaluator = afterTwoCopies(KnownTune.of(plan -> 1, 1));
    double round = evaluator.expectedSeconds(Collections.nCopies(4, BASELINE));

    assertThat(Shares.rounds(evaluator, BASELINE, 6).seconds()).isCloseTo(6 * round, within(1e-9));
  }

  @Test
  void aShortTuneSetsNothingAsideForTheWholeProcess() throws IOException {
    Evaluator evaluator = afterTwoCopies(KnownTune.of(plan -> 1, 1).withBudgetSeconds(60));

    assertThat(Shares.behindTheProof(evaluator, BASELINE).seconds())
        .isEqualTo(Shares.rounds(evaluator, BASELINE, GainMeasurement.FEWEST_ROUNDS).seconds());
  }

  @Test
  void withoutAWriteBudgetNoBytesAreReserved() throws IOException {
    Evaluator evaluator = afterTwoCopies(KnownTune.of(plan -> 1, 1));

    assertThat(Shares.behindTheSweep(evaluator, BASELINE).writeBytes()).isZero();
  }

  @Test
  void aWriteBudgetIsDividedLikeTheTime() throws IOException {
    long budget = 1000 * KnownTune.BYTES_PER_SAMPLE;
    Evaluator evaluator = afterTwoCopies(KnownTune.of(plan -> 1, 1).withWriteBudgetBytes(budget));

    assertThat(Shares.behindTheSweep(evaluator, BASELINE).writeBytes())
        .isEqualTo(450 * KnownTune.BYTES_PER_SAMPLE);
    assertThat(Shares.behindTheProof(evaluator, BASELINE).writeBytes())
        .isEqualTo(80 * KnownTune.BYTES_PER_SAMPLE);
  }

  private static Evaluator afterTwoCopies(KnownTune tune) throws IOException {
    VirtualClock clock = new VirtualClock();
    Evaluator evaluator = tune.evaluator(clock, tune.device(clock));
    evaluator.takeRound(Phase.PREFLIGHT, List.of(BASELINE, BASELINE), Reserve.NONE);
    return evaluator;
  }
}
