package dev.cleave.tuner.search;

import static dev.cleave.tuner.search.SweepFixture.BASELINE;
import static dev.cleave.tuner.search.SweepFixture.TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Measurer;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.search.Decision.Merit;
import dev.cleave.tuner.simulate.VirtualClock;
import dev.cleave.tuner.stats.Interval;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GainMeasurementTest {
  private static final double MARGIN = 0.03;
  private static final List<Candidate> BOTH = List.of(BASELINE, TWO);
  private static final KnownTune TUNE =
      KnownTune.of(plan -> plan.splitDepth() == 2 ? 0.8 : 1, 5).withBudgetSeconds(1000);
  private static final Decision BETTER =
      new Decision(Clock.COMMAND, Verdict.TUNED, TWO, Set.of(Merit.BETTER), 60, "is better");
  private static final Decision KEPT =
      new Decision(Clock.DURABLE, Verdict.KEEP_DEFAULT, BASELINE, Set.of(), 60, "is the best");

  private final VirtualClock clock = new VirtualClock();

  @Test
  void reportsWhatFreshPairsShow() throws IOException {
    Evaluator evaluator = confirmed(TUNE, TUNE.device(clock));

    Recommendation found = measured(evaluator, BETTER);

    assertThat(found.verdict()).isEqualTo(Verdict.TUNED);
    assertThat(found.plan()).isEqualTo(TWO.plan());
    assertThat(found.gain().ratio()).isCloseTo(1.25, within(0.05));
    assertThat(found.gain())
        .isEqualTo(
            new RoundTable(evaluator.samples(Phase.GAIN), Clock.COMMAND)
                .ratio(TWO.name(), Candidate.BASELINE)
                .interval(GainMeasurement.CONFIDENCE));
    assertThat(found.why()).startsWith("is better; afterwards it was measured at 1.2");
  }

  @Test
  void takesNoSampleWhereTheDefaultStays() throws IOException {
    Evaluator evaluator = confirmed(TUNE, TUNE.device(clock));

    Recommendation found = measured(evaluator, KEPT);

    assertThat(evaluator.samples(Phase.GAIN)).isEmpty();
    assertThat(found.verdict()).isEqualTo(Verdict.KEEP_DEFAULT);
    assertThat(found.gain()).isEqualTo(new Interval(1, 1, 1));
    assertThat(found.why()).isEqualTo("is the best");
  }

  @Test
  void moreNoiseTakesMorePairs() throws IOException {
    KnownTune still = TUNE.withNoise(0.005);
    KnownTune noisy = TUNE.withNoise(0.2);
    Evaluator quick = confirmed(still, still.device(clock));
    Evaluator thorough = confirmed(noisy, noisy.device(clock));

    measured(quick, BETTER);
    measured(thorough, BETTER);

    assertThat(rounds(quick)).isEqualTo(GainMeasurement.FEWEST_ROUNDS);
    assertThat(rounds(thorough)).isGreaterThan(GainMeasurement.FEWEST_ROUNDS);
  }

  /** A burst credit that ends in the middle: all plans are alike behind it. */
  @Test
  void aDeviceThatChangesIsMeasuredBehindTheChange() throws IOException {
    Measurer burst = TUNE.withNoise(0.005).device(clock);
    Measurer capped = KnownTune.of(plan -> 2, 6).withNoise(0.005).device(clock);
    int[] gainRounds = new int[1];
    Measurer changing =
        (round, sampleTaken) -> {
          gainRounds[0] += round.phase() == Phase.GAIN ? 1 : 0;
          (gainRounds[0] > 2 ? capped : burst).measure(round, sampleTaken);
        };
    Evaluator evaluator = confirmed(TUNE, changing);

    Recommendation found = measured(evaluator, BETTER);

    assertThat(found.gain().ratio()).isCloseTo(1, within(0.02));
    assertThat(rounds(evaluator)).isEqualTo(2 * GainMeasurement.FEWEST_ROUNDS);
  }

  @Test
  void aDeviceThatChangesInEveryRoundIsMeasuredByAllOfThem() throws IOException {
    Measurer cool = TUNE.withNoise(0.005).device(clock);
    Measurer hot = KnownTune.of(plan -> plan.splitDepth() == 2 ? 1.6 : 2, 6).device(clock);
    int[] gainRounds = new int[1];
    Measurer changing =
        (round, sampleTaken) -> {
          gainRounds[0] += round.phase() == Phase.GAIN ? 1 : 0;
          boolean isHot = gainRounds[0] == 3 || gainRounds[0] == 4 || gainRounds[0] > 6;
          (isHot ? hot : cool).measure(round, sampleTaken);
        };
    Evaluator evaluator = confirmed(TUNE, changing);

    Recommendation found = measured(evaluator, BETTER);

    assertThat(found.verdict()).isEqualTo(Verdict.TUNED);
    assertThat(found.gain().ratio()).isCloseTo(1.25, within(0.05));
  }

  @Test
  void aPlanThatIsWorseAfterwardsIsNotRecommended() throws IOException {
    Measurer sound = TUNE.device(clock);
    Measurer turned = KnownTune.of(plan -> plan.splitDepth() == 2 ? 1.3 : 1, 7).device(clock);
    Evaluator evaluator =
        confirmed(
            TUNE,
            (round, sampleTaken) ->
                (round.phase() == Phase.GAIN ? turned : sound).measure(round, sampleTaken));

    Recommendation found = measured(evaluator, BETTER);

    assertThat(found.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(found.plan()).isEqualTo(BASELINE.plan());
    assertThat(found.why()).endsWith(": the device changed");
  }

  @Test
  void intervalsHoldTheTrueGainAsOftenAsTheySay() throws IOException {
    int trials = 1000;
    int covered = 0;
    for (long seed = 0; seed < trials; seed++) {
      KnownTune tune = KnownTune.of(TUNE.secondsOfPlan(), seed).withBudgetSeconds(1000);
      Interval gain = measured(confirmed(tune, tune.device(clock)), BETTER).gain();
      covered += gain.low() <= 1.25 && gain.high() >= 1.25 ? 1 : 0;
    }

    assertThat(covered)
        .isBetween(Chance.fewestEvents(trials, 0.93), Chance.mostEvents(trials, 0.97));
  }

  /** An evaluator that has confirmed both. */
  private Evaluator confirmed(KnownTune tune, Measurer device) throws IOException {
    Evaluator evaluator = tune.evaluator(clock, device);
    for (int round = 0; round < Confirmation.FEWEST_ROUNDS; round++) {
      evaluator.takeMirroredRound(Phase.CONFIRM, BOTH, Reserve.NONE);
    }
    return evaluator;
  }

  private static Recommendation measured(Evaluator evaluator, Decision decision)
      throws IOException {
    GainMeasurement gains = new GainMeasurement(evaluator, BASELINE, MARGIN);
    gains.measure(List.of(decision));
    return gains.recommendation(decision);
  }

  private static long rounds(Evaluator evaluator) {
    return evaluator.samples(Phase.GAIN).stream().map(Sample::round).distinct().count();
  }
}
