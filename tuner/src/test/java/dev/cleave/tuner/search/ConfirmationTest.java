package dev.cleave.tuner.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.CopyPlan;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Measurer;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.simulate.VirtualClock;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConfirmationTest {
  private static double kneeSeconds(CopyPlan plan) {
    return plan.splitDepth() == 2 ? 0.75 : 1;
  }

  @ParameterizedTest
  @EnumSource(names = {"CONFIRM", "GAIN"})
  void takesMirroredRoundsOfTheNominatedAndTheDefault(Phase phase) throws Exception {
    Findings found = KnownTune.of(ConfirmationTest::kneeSeconds, 41).run();

    List<List<String>> rounds =
        List.copyOf(
            found.samples().stream()
                .filter(sample -> sample.phase() == phase)
                .sorted(Comparator.comparingInt(Sample::position))
                .collect(
                    Collectors.groupingBy(
                        Sample::round, Collectors.mapping(Sample::candidate, Collectors.toList())))
                .values());
    assertThat(rounds).hasSizeGreaterThanOrEqualTo(Confirmation.FEWEST_ROUNDS);
    assertThat(rounds)
        .allSatisfy(
            round ->
                assertThat(round)
                    .isEqualTo(round.reversed())
                    .contains(Candidate.BASELINE)
                    .doesNotContain(Candidate.TWIN));
  }

  @Test
  void theGainComesFromFreshPairsAlone() throws Exception {
    Findings found = run(ConfirmationTest::kneeSeconds, plan -> plan.splitDepth() == 2 ? 0.9 : 1);

    Recommendation durable = found.recommendation(Clock.DURABLE);
    assertThat(durable.verdict()).isEqualTo(Verdict.TUNED);
    assertThat(durable.gain().ratio()).isBetween(1.06, 1.16);
  }

  @Test
  void aGainThatIsGoneOnFreshFilesIsNone() throws Exception {
    Findings found = run(ConfirmationTest::kneeSeconds, plan -> plan.splitDepth() == 2 ? 1.1 : 1);

    for (Recommendation recommendation : found.recommendations().values()) {
      assertThat(recommendation.verdict()).isEqualTo(Verdict.KEEP_DEFAULT);
      assertThat(recommendation.plan()).isEqualTo(CopyPlan.SEQUENTIAL);
      assertThat(recommendation.why())
          .startsWith("no setting is distinguishable from the default here: nio, split depth 2")
          .contains(" won the sweep, but on fresh files it is 0.");
    }
    assertThat(found.samples()).noneMatch(sample -> sample.phase() == Phase.GAIN);
  }

  @Test
  void aLeadThatIsNotProvenSaysWhatAProofTakes() throws Exception {
    Findings found =
        run(
            ConfirmationTest::kneeSeconds,
            KnownTune.of(plan -> plan.splitDepth() == 2 ? 0.9 : 1, 44).withNoise(0.3));

    assertThat(found.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(found.recommendation(Clock.DURABLE).why())
        .contains(" won the sweep, but on fresh files it is 1.")
        .containsPattern(
            "and \\d+ pairs don't prove that at this noise \\(\\d+ %\\): it would take about \\d+"
                + " pairs, \\d+ (s|min|h)$");
  }

  @Test
  void withoutEnoughValidPairsNothingIsProven() throws Exception {
    Findings found = breakingDown(Phase.CONFIRM);

    assertThat(found.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(found.recommendation(Clock.COMMAND).why())
        .endsWith(" but the budget left only 0 valid pairs to confirm it, and it takes 6");
  }

  @Test
  void withoutEnoughValidPairsNoGainIsReported() throws Exception {
    Findings found = breakingDown(Phase.GAIN);

    assertThat(found.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(found.recommendation(Clock.COMMAND).why())
        .endsWith(" but the budget left only 0 valid pairs to measure its gain, and it takes 6");
    assertThat(found.recommendation(Clock.COMMAND).plan()).isEqualTo(CopyPlan.SEQUENTIAL);
  }

  /** A tune of a device that gives impossible samples from one phase on. */
  private static Findings breakingDown(Phase from) throws Exception {
    KnownTune tune = KnownTune.of(ConfirmationTest::kneeSeconds, 45);
    VirtualClock clock = new VirtualClock();
    Measurer sound = tune.device(clock);
    return tune.run(
        clock,
        (round, sampleTaken) ->
            sound.measure(
                round,
                sample ->
                    sampleTaken.accept(
                        round.phase() == from
                            ? ImpossibleSamples.of(sample, "faster than memory")
                            : sample)),
        TuneListener.SILENT);
  }

  private static Findings run(
      ToDoubleFunction<CopyPlan> inTheSweep, ToDoubleFunction<CopyPlan> afterwards)
      throws Exception {
    return run(inTheSweep, KnownTune.of(afterwards, 43));
  }

  /** A tune of a device that is another one once the sweep is over. */
  private static Findings run(ToDoubleFunction<CopyPlan> inTheSweep, KnownTune afterwards)
      throws Exception {
    KnownTune tune = KnownTune.of(inTheSweep, 42);
    VirtualClock clock = new VirtualClock();
    Measurer first = tune.device(clock);
    Measurer then = afterwards.device(clock);
    Measurer changing =
        (round, sampleTaken) -> {
          boolean isOver = round.phase() == Phase.CONFIRM || round.phase() == Phase.GAIN;
          (isOver ? then : first).measure(round, sampleTaken);
        };
    return tune.run(clock, changing, TuneListener.SILENT);
  }
}
