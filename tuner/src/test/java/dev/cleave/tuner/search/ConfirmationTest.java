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

class ConfirmationTest {
  private static double kneeSeconds(CopyPlan plan) {
    return plan.splitDepth() == 2 ? 0.75 : 1;
  }

  @Test
  void takesMirroredRoundsOfTheChosenAndTheDefault() throws Exception {
    Findings found = SimulatedTune.of(ConfirmationTest::kneeSeconds, 41).run();

    List<List<String>> rounds =
        List.copyOf(
            found.samples().stream()
                .filter(sample -> sample.phase() == Phase.CONFIRM)
                .sorted(Comparator.comparingInt(Sample::position))
                .collect(
                    Collectors.groupingBy(
                        Sample::round, Collectors.mapping(Sample::candidate, Collectors.toList())))
                .values());
    assertThat(rounds).hasSizeGreaterThanOrEqualTo(Confirmation.FEWEST_ROUNDS);
    assertThat(rounds)
        .allSatisfy(
            round -> assertThat(round).isEqualTo(round.reversed()).contains(Candidate.BASELINE));
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
          .contains("split depth 2 with ")
          .contains(" won the sweep, but on fresh files it is 0.9");
    }
  }

  /** A tune of a device that is another one once the sweep is over. */
  private static Findings run(
      ToDoubleFunction<CopyPlan> inTheSweep, ToDoubleFunction<CopyPlan> afterwards)
      throws Exception {
    SimulatedTune tune = SimulatedTune.of(inTheSweep, 42);
    VirtualClock clock = new VirtualClock();
    Measurer first = tune.device(clock, List.of());
    Measurer then = SimulatedTune.of(afterwards, 43).device(clock, List.of());
    Measurer changing =
        (round, sampleTaken) ->
            (round.phase() == Phase.SWEEP ? first : then).measure(round, sampleTaken);
    return tune.run(clock, changing, TuneListener.SILENT);
  }
}
