package dev.cleave.tuner.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.engine.CopyPlan;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.simulate.VirtualClock;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every strategy owes. */
class StrategyContractTest {
  private static SimulatedTune tune(StrategyKind kind) {
    return SimulatedTune.of(plan -> plan.splitDepth() == 2 ? 0.75 : 1, 31).withStrategy(kind);
  }

  @ParameterizedTest
  @EnumSource
  void measuresTheBaselineAndItsTwinOnceInEveryRound(StrategyKind kind) throws Exception {
    for (List<Sample> round : sweepRounds(tune(kind).run())) {
      assertThat(round)
          .extracting(Sample::candidate)
          .contains(Candidate.BASELINE, Candidate.TWIN)
          .doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @EnumSource
  void measuresEveryCandidate(StrategyKind kind) throws Exception {
    Findings found = tune(kind).run();

    assertThat(found.samples())
        .filteredOn(sample -> sample.phase() == Phase.SWEEP)
        .extracting(Sample::candidate)
        .containsAll(found.candidates().stream().map(Candidate::name).toList());
  }

  @ParameterizedTest
  @EnumSource
  void leavesAQuarterOfTheBudgetToTheConfirmation(StrategyKind kind) throws Exception {
    SimulatedTune tune = tune(kind);
    VirtualClock clock = new VirtualClock();
    long start = clock.getAsLong();
    double[] sweepEnd = new double[1];
    TuneListener listener =
        new TuneListener() {
          @Override
          public void decided(Decision decision) {
            sweepEnd[0] = (clock.getAsLong() - start) / 1e9;
          }
        };

    tune.run(clock, tune.device(clock, List.of()), listener);

    assertThat(sweepEnd[0]).isBetween(1.0, 0.76 * tune.budgetSeconds());
  }

  @ParameterizedTest
  @EnumSource
  void findsAClearWinner(StrategyKind kind) throws Exception {
    Findings found = tune(kind).run();

    assertThat(found.recommendations().values())
        .allMatch(recommendation -> recommendation.plan().splitDepth() == 2);
  }

  @ParameterizedTest
  @EnumSource
  void isTheSameForTheSameSeed(StrategyKind kind) throws Exception {
    assertThat(tune(kind).run()).isEqualTo(tune(kind).run());
  }

  @ParameterizedTest
  @EnumSource
  void passesOnThatTheDeviceIsGone(StrategyKind kind) {
    VirtualClock clock = new VirtualClock();

    assertThatThrownBy(
            () ->
                tune(kind)
                    .run(
                        clock,
                        (round, sampleTaken) -> {
                          throw new IOException("No such device");
                        },
                        TuneListener.SILENT))
        .isInstanceOf(IOException.class)
        .hasMessage("No such device");
  }

  @ParameterizedTest
  @EnumSource
  void hasANameForTheCommandLine(StrategyKind kind) {
    assertThat(kind.toString()).matches("[a-z]+(-[a-z]+)*");
    assertThat(kind.create()).isNotSameAs(kind.create());
  }

  private static Iterable<List<Sample>> sweepRounds(Findings found) {
    Map<Integer, List<Sample>> rounds =
        found.samples().stream()
            .filter(sample -> sample.phase() == Phase.SWEEP)
            .collect(Collectors.groupingBy(Sample::round));
    assertThat(rounds).isNotEmpty();
    assertThat(found.candidates().getFirst().plan()).isEqualTo(CopyPlan.SEQUENTIAL);
    return rounds.values();
  }
}
