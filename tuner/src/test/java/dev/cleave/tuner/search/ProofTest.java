package dev.cleave.tuner.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.CopyPlan;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.search.Decision.Merit;
import dev.cleave.tuner.simulate.VirtualClock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class ProofTest {
  private static final int TRIALS = 1500;
  private static final double ERROR = 0.05;

  /** What a proof keeps in hand of its error. */
  private static final double DESIGNED = 0.04;

  private static final double MARGIN = 0.03;
  private static final int SWEPT_ROUNDS = 6;
  private static final int MOST_ROUNDS = 15;

  /** Mirrored rounds after which it is looked. */
  private static final Set<Integer> LOOKS = Set.of(3, 5, 7, 10, MOST_ROUNDS);

  private static final Candidate BASELINE =
      new Candidate(Candidate.BASELINE, CopyPlan.SEQUENTIAL.withSplitDepth(1));
  private static final Candidate DEARER = new Candidate("dearer", CopyPlan.SEED);
  private static final Candidate CHEAPER = new Candidate("cheaper", CopyPlan.SEQUENTIAL);

  @Test
  void allLooksTogetherProveAnEqualPlanBetterNoOftenerThanTheError() throws IOException {
    assertThat(proven(DEARER, 1)).isLessThanOrEqualTo(Chance.mostEvents(TRIALS, DESIGNED));
  }

  @Test
  void allLooksTogetherTakeALossOfTheMarginForNoneNoOftenerThanTheError() throws IOException {
    assertThat(proven(CHEAPER, 1 / (1 - MARGIN)))
        .isLessThanOrEqualTo(Chance.mostEvents(TRIALS, DESIGNED));
  }

  /** Three standard errors of the last look: its bound alone would prove 88 % of them. */
  @Test
  void aGainOfThreeStandardErrorsIsMostlyProven() throws IOException {
    double standardError = Math.sqrt(2) * 0.05 / Math.sqrt(2 * MOST_ROUNDS);

    assertThat(proven(DEARER, Math.exp(-3 * standardError)))
        .isGreaterThanOrEqualTo(Chance.fewestEvents(TRIALS, 0.7));
  }

  @Test
  void aLargeGainIsProvenAtTheFirstLook() throws IOException {
    Proof proof = proof(DEARER, 0.7, 1);

    assertThat(proof.merits()).containsExactly(Merit.BETTER);
    assertThat(proof.isOpen()).isFalse();
    assertThat(proof.ratio().pairs()).isEqualTo(6);
  }

  @Test
  void aPlanThatIsFarWorseIsNotPursued() throws IOException {
    Proof proof = proof(DEARER, 1.5, 1);

    assertThat(proof.merits()).isEmpty();
    assertThat(proof.isOpen()).isFalse();
    assertThat(proof.ratio().pairs()).isEqualTo(6);
    assertThat(proof.pairsNeeded()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void aCheaperPlanThatIsFasterHasBothMerits() throws IOException {
    assertThat(proof(CHEAPER, 0.7, 1).merits())
        .containsExactlyInAnyOrder(Merit.BETTER, Merit.CHEAPER);
  }

  @Test
  void whatFailsTakesMorePairsThanItHad() throws IOException {
    List<Proof> failed = new ArrayList<>();
    for (long seed = 0; seed < 200; seed++) {
      Proof proof = proof(DEARER, 0.93, seed, _ -> 0); // each look takes itself for the last one
      if (proof.merits().isEmpty() && proof.ratio().ratio() > 1) {
        failed.add(proof);
      }
    }

    assertThat(failed)
        .isNotEmpty()
        .allSatisfy(proof -> assertThat(proof.pairsNeeded()).isGreaterThan(proof.ratio().pairs()));
  }

  private static long proven(Candidate nominee, double seconds) throws IOException {
    long proven = 0;
    for (long seed = 0; seed < TRIALS; seed++) {
      proven += proof(nominee, seconds, seed).merits().isEmpty() ? 0 : 1;
    }
    return proven;
  }

  private static Proof proof(Candidate nominee, double seconds, long seed) throws IOException {
    return proof(nominee, seconds, seed, round -> 2 * (MOST_ROUNDS - round));
  }

  /** A proof after its last look; the default takes a second, noise is 5 %. */
  private static Proof proof(
      Candidate nominee, double seconds, long seed, IntUnaryOperator pairsLeftAfter)
      throws IOException {
    KnownTune tune =
        KnownTune.of(plan -> plan.equals(nominee.plan()) ? seconds : 1, seed)
            .withNoise(0.05)
            .withBudgetSeconds(10_000);
    VirtualClock clock = new VirtualClock();
    Evaluator evaluator = tune.evaluator(clock, tune.device(clock));
    List<Candidate> order = List.of(BASELINE, nominee);
    for (int round = 0; round < SWEPT_ROUNDS; round++) {
      evaluator.takeRound(Phase.SWEEP, order, Reserve.NONE);
    }
    Nomination nomination =
        new Nomination(Clock.COMMAND, nominee, Verdict.TUNED, SWEPT_ROUNDS, "leads");
    Proof proof = new Proof(evaluator, nomination, BASELINE, MARGIN, ERROR);
    for (int round = 1; round <= MOST_ROUNDS && proof.isOpen(); round++) {
      evaluator.takeMirroredRound(Phase.CONFIRM, order, Reserve.NONE);
      if (LOOKS.contains(round)) {
        proof.look(pairsLeftAfter.applyAsInt(round));
      }
    }
    return proof;
  }
}
