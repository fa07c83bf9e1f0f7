package dev.cleave.tuner.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.CopyPlan;
import dev.cleave.tuner.measure.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

/** How often whole tunes are wrong; judged so that a right tuner passes with nearly any seed. */
class ErrorRatesTest {
  private static final int TUNES = 200;

  @Test
  void pureNoiseIsSeldomTakenForAGain() throws Exception {
    List<Long> wrong = new ArrayList<>();
    for (long seed = 0; seed < TUNES; seed++) {
      if (SimulatedTune.of(plan -> 1, seed).withNoise(0.05).run().verdict() == Verdict.TUNED) {
        wrong.add(seed);
      }
    }

    assertThat(wrong).as("seeds").hasSizeLessThanOrEqualTo(mostEvents(TUNES, 0.05));
  }

  @Test
  void theDefaultUnderDriftHardlyEverDiffersFromItsTwin() throws Exception {
    List<Long> flagged = new ArrayList<>();
    List<Long> tuned = new ArrayList<>();
    for (long seed = 0; seed < TUNES; seed++) {
      Findings found =
          SimulatedTune.of(plan -> 1, seed).withNoise(0.02).withDriftPerRound(0.02).run();
      if (found.warnings().stream().anyMatch(warning -> warning.contains("twin"))) {
        flagged.add(seed);
      }
      if (found.verdict() == Verdict.TUNED) {
        tuned.add(seed);
      }
    }

    assertThat(flagged).as("seeds").hasSizeLessThanOrEqualTo(mostEvents(TUNES, 0.05));
    assertThat(tuned).as("seeds").hasSizeLessThanOrEqualTo(mostEvents(TUNES, 0.05));
  }

  @Test
  void aPlanThatIsWorseThanTheDefaultIsNotChosen() throws Exception {
    List<Long> wrong = new ArrayList<>();
    for (long seed = 0; seed < TUNES; seed++) {
      Surface surface = new Surface(new Random(seed));
      Findings found = SimulatedTune.of(surface::seconds, seed).withNoise(0.05).run();
      for (Clock clock : Clock.values()) {
        CopyPlan chosen = found.recommendation(clock).plan();
        if (surface.seconds(chosen) > 1.01 * surface.seconds(CopyPlan.SEQUENTIAL)) {
          wrong.add(seed);
        }
      }
    }

    assertThat(wrong).as("seeds").hasSizeLessThanOrEqualTo(mostEvents(TUNES, 0.01));
  }

  @Test
  void reportedGainsHoldTheTrueOneAsOftenAsTheySay() throws Exception {
    List<Long> missed = new ArrayList<>();
    int reported = 0;
    for (long seed = 0; seed < TUNES; seed++) {
      Findings found = SimulatedTune.of(plan -> plan.splitDepth() == 2 ? 0.8 : 1, seed).run();
      Recommendation durable = found.recommendation(Clock.DURABLE);
      if (durable.verdict() == Verdict.TUNED) {
        reported++;
        double gain = durable.plan().splitDepth() == 2 ? 1.25 : 1;
        if (durable.gain().isAbove(gain) || durable.gain().isBelow(gain)) {
          missed.add(seed);
        }
      }
    }

    assertThat(reported).isGreaterThan(TUNES * 9 / 10);
    assertThat(missed).as("seeds").hasSizeLessThanOrEqualTo(mostEvents(reported, 0.05));
  }

  /** Each plan is worse than the default by 1.5 % to 15 %, or one in ten better. */
  private record Surface(long seed) {
    Surface(Random random) {
      this(random.nextLong());
    }

    double seconds(CopyPlan plan) {
      if (plan.equals(CopyPlan.SEQUENTIAL)) {
        return 1;
      }
      Random random = new Random(seed ^ (31L * plan.splitDepth() + plan.chunkBytes()));
      return random.nextInt(10) == 0 ? 0.9 : 1.015 + 0.135 * random.nextDouble();
    }
  }

  /** As many events of probability {@code rate} as chance exceeds once in a thousand times. */
  private static int mostEvents(int trials, double rate) {
    return BinomialDistribution.of(trials, rate).inverseCumulativeProbability(0.999);
  }
}
