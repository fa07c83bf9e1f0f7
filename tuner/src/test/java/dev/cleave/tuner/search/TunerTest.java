package dev.cleave.tuner.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Journal;
import dev.cleave.tuner.measure.Measurer;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.measure.ReplayMeasurer;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.simulate.Disturbance;
import dev.cleave.tuner.simulate.VirtualClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TunerTest {
  /** Split depth 2 is 1.3 times as fast as anything else. */
  private static double kneeSeconds(CopyPlan plan) {
    return plan.splitDepth() == 2 ? 1 / 1.3 : 1;
  }

  private static double flatSeconds(CopyPlan plan) {
    return 1;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void findsARealGainOfThirtyPercent(long seed) throws Exception {
    Findings found = KnownTune.of(TunerTest::kneeSeconds, seed).run();

    assertThat(found.verdict()).as("seed %d", seed).isEqualTo(Verdict.TUNED);
    for (Recommendation recommendation : found.recommendations().values()) {
      assertThat(recommendation.verdict()).as("seed %d", seed).isEqualTo(Verdict.TUNED);
      assertThat(recommendation.plan().splitDepth()).as("seed %d", seed).isEqualTo(2);
      assertThat(recommendation.gain().ratio()).as("seed %d", seed).isCloseTo(1.3, within(0.06));
      assertThat(recommendation.why())
          .startsWith("nio, split depth 2, ")
          .contains(" is better than the default: 1.", "; afterwards it was measured at 1.")
          .endsWith(", 95 %)");
    }
  }

  @Test
  void takesTheCheapestOfEqualPlans() throws Exception {
    Findings found =
        KnownTune.of(TunerTest::kneeSeconds, 11).withNoise(0.005).withBudgetSeconds(600).run();

    CopyPlan plan = found.recommendation(Clock.DURABLE).plan();
    assertThat(plan.splitDepth()).isEqualTo(2);
    assertThat(PlanCost.bufferBytes(plan)).isLessThanOrEqualTo(4 * ByteSize.MIB);
  }

  @Test
  void leavesAnExpensiveDefaultForACheaperPlanThatIsAsFast() throws Exception {
    Findings found =
        KnownTune.of(TunerTest::flatSeconds, 12)
            .withBaseline(CopyPlan.SEED)
            .withNoise(0.005)
            .withBudgetSeconds(600)
            .run();

    Recommendation durable = found.recommendation(Clock.DURABLE);
    assertThat(durable.verdict()).isEqualTo(Verdict.TUNED);
    assertThat(durable.plan().tasks()).isEqualTo(1);
    assertThat(durable.gain().ratio()).isCloseTo(1, within(0.01));
    assertThat(durable.why())
        .contains("is cheaper than the default and not slower by more than 3 %: ");
  }

  @Test
  void keepsTheDefaultWhereEverythingElseIsSlower() throws Exception {
    Findings found = KnownTune.of(plan -> plan.equals(CopyPlan.SEQUENTIAL) ? 1 : 1.2, 13).run();

    assertThat(found.verdict()).isEqualTo(Verdict.KEEP_DEFAULT);
    Recommendation command = found.recommendation(Clock.COMMAND);
    assertThat(command.plan()).isEqualTo(CopyPlan.SEQUENTIAL);
    assertThat(command.gain().ratio()).isEqualTo(1);
    assertThat(command.why()).startsWith("no setting is better than the default here (noise ");
    assertThat(found.samples()).noneMatch(sample -> sample.phase() == Phase.CONFIRM);
  }

  @Test
  void aDeviceWithoutAValidCopyEndsAfterThePreflight() throws Exception {
    KnownTune tune = KnownTune.of(TunerTest::flatSeconds, 15);
    VirtualClock clock = new VirtualClock();

    Measurer device = tune.device(clock);
    Measurer impossible =
        (round, sampleTaken) ->
            device.measure(
                round,
                sample -> sampleTaken.accept(ImpossibleSamples.of(sample, "faster than memory")));

    Findings found = tune.run(clock, impossible, TuneListener.SILENT);

    assertThat(found.verdict()).isEqualTo(Verdict.INVALID);
    assertThat(found.samples()).hasSize(Preflight.SAMPLES);
    assertThat(found.noise()).isNaN();
    assertThat(found.warnings())
        .containsExactly(
            "6 of 6 samples are impossible and not used, the first because: faster than memory");
  }

  @ParameterizedTest
  @CsvSource({
    "0.02, 10",
    "0.02, 60",
    "0.1, 60",
    "0.5, 60",
    "1, 90",
    "1, 180",
    "3, 300",
    "7, 600",
    "5, 600",
    "20, 2000"
  })
  void keepsTheTimeBudget(double secondsPerCopy, double budgetSeconds) throws Exception {
    for (long seed = 0; seed < 20; seed++) {
      KnownTune tune =
          KnownTune.of(
                  plan -> secondsPerCopy * (plan.splitDepth() == 3 ? 3 : kneeSeconds(plan)), seed)
              .withDisturbance(new Disturbance(0.1, 0, 0.02))
              .withBudgetSeconds(budgetSeconds);
      VirtualClock clock = new VirtualClock();
      long start = clock.getAsLong();

      tune.run(clock, tune.device(clock), TuneListener.SILENT);

      assertThat((clock.getAsLong() - start) / 1e9)
          .as("seed %d", seed)
          .isLessThanOrEqualTo(budgetSeconds * 1.05 + 3);
    }
  }

  @Test
  void keepsTheWriteBudgetAndListsWhatItLeavesOut() throws Exception {
    long samples = 100;
    KnownTune tune =
        KnownTune.of(TunerTest::kneeSeconds, 17)
            .withBudgetSeconds(3600)
            .withWriteBudgetBytes(samples * KnownTune.BYTES_PER_SAMPLE);

    Findings found = tune.run();

    assertThat(found.bytesWritten())
        .isEqualTo(found.samples().size() * KnownTune.BYTES_PER_SAMPLE)
        .isLessThanOrEqualTo(samples * KnownTune.BYTES_PER_SAMPLE);
    assertThat(found.notTried()).isNotEmpty();
    assertThat(found.candidates()).startsWith(tune.space().baseline(), tune.space().twin());
    List<Object> all = new ArrayList<>(found.candidates());
    all.addAll(found.notTried());
    assertThat(all).isEqualTo(tune.space().candidates());
    assertThat(rounds(found)).isGreaterThanOrEqualTo(SweepPlan.FEWEST_ROUNDS);
  }

  @Test
  void announcesThePlanOnce() throws Exception {
    KnownTune tune = KnownTune.of(TunerTest::kneeSeconds, 18);
    VirtualClock clock = new VirtualClock();
    List<SweepPlan> announced = new ArrayList<>();
    TuneListener listener =
        new TuneListener() {
          @Override
          public void planned(SweepPlan plan) {
            announced.add(plan);
          }
        };

    Findings found = tune.run(clock, tune.device(clock), listener);

    assertThat(announced).hasSize(1);
    SweepPlan plan = announced.getFirst();
    assertThat(plan.candidates()).isEqualTo(found.candidates());
    assertThat(plan.rounds()).isBetween(rounds(found) - 2, rounds(found) + 2);
    assertThat(plan.expectedSeconds()).isBetween(290.0, 310.0);
    assertThat(found.bytesWritten())
        .isBetween(plan.expectedBytesWritten() / 2, plan.expectedBytesWritten());
    assertThat(plan.resolvable()).isBetween(0.01, 0.05);
  }

  @Test
  void refusesATimeBudgetThatAllowsNoRound() {
    KnownTune tune = KnownTune.of(TunerTest::flatSeconds, 19).withBudgetSeconds(10);

    assertThatThrownBy(tune::run)
        .isInstanceOf(BudgetTooSmallException.class)
        .hasMessageStartingWith(
            "the time budget of 10 s is too small: a tune here needs about 57 s");
  }

  @Test
  void refusesAWriteBudgetThatAllowsNoRoundBeforeItWrites() {
    KnownTune tune = KnownTune.of(TunerTest::flatSeconds, 20).withWriteBudgetBytes(ByteSize.GIB);
    Measurer untouched =
        (round, sampleTaken) -> {
          throw new AssertionError("measured");
        };

    assertThatThrownBy(() -> tune.run(new VirtualClock(), untouched, TuneListener.SILENT))
        .isInstanceOf(BudgetTooSmallException.class)
        .hasMessage("the write budget of 1GiB is too small: a tune here needs 18GiB to be written");
  }

  @Test
  void theSameSamplesGiveTheSameRecommendation(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("journal.jsonl");
    KnownTune tune = KnownTune.of(TunerTest::kneeSeconds, 21);
    VirtualClock clock = new VirtualClock();
    Findings first;
    Queue<Double> secondsBefore = new ArrayDeque<>();
    long[] lastNanos = {clock.getAsLong()};
    TuneListener timing =
        new TuneListener() {
          @Override
          public void sampleTaken(Sample sample, double secondsLeft) {
            secondsBefore.add((clock.getAsLong() - lastNanos[0]) / 1e9);
            lastNanos[0] = clock.getAsLong();
          }
        };
    try (Journal journal = Journal.open(file)) {
      first = tune.run(clock, tune.device(clock), journal, timing);
    }

    VirtualClock again = new VirtualClock();
    Measurer replay = new ReplayMeasurer(Journal.read(file));
    Measurer replayOnClock =
        (round, sampleTaken) ->
            replay.measure(
                round,
                sample -> {
                  again.advance(secondsBefore.remove());
                  sampleTaken.accept(sample);
                });
    Findings second = tune.run(again, replayOnClock, TuneListener.SILENT);

    assertThat(second).isEqualTo(first);
  }

  @Test
  void whatWasMeasuredBeforeTheDeviceWentIsInTheJournal(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("journal.jsonl");
    KnownTune tune = KnownTune.of(TunerTest::kneeSeconds, 22);
    VirtualClock clock = new VirtualClock();
    Measurer sound = tune.device(clock);
    List<Sample> taken = new ArrayList<>();
    Measurer breaking =
        (round, sampleTaken) -> {
          if (round.number() > 4) {
            throw new IOException("Read-only file system");
          }
          sound.measure(round, sampleTaken.andThen(taken::add));
        };

    try (Journal journal = Journal.open(file)) {
      assertThatThrownBy(() -> tune.run(clock, breaking, journal, TuneListener.SILENT))
          .isInstanceOf(IOException.class)
          .hasMessage("Read-only file system");
    }

    assertThat(Journal.read(file)).isNotEmpty().isEqualTo(taken);
  }

  private static int rounds(Findings found) {
    return (int)
        found.samples().stream()
            .filter(sample -> sample.phase() == Phase.SWEEP)
            .map(Sample::round)
            .distinct()
            .count();
  }
}
