package dev.cleave.tuner.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.engine.CopyPlan;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.measure.Round;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.simulate.VirtualClock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every strategy owes. */
class StrategyContractTest {
  private static KnownTune tune(StrategyKind kind) {
    return KnownTune.of(plan -> plan.splitDepth() == 2 ? 0.75 : 1, 31).withStrategy(kind);
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
  void neverTakesBackWhomItDropped(StrategyKind kind) throws Exception {
    List<String> left =
        tune(kind).space().candidates().stream().map(Candidate::name).collect(Collectors.toList());
    for (List<Sample> round : sweepRounds(tune(kind).run())) {
      List<String> measured = round.stream().map(Sample::candidate).toList();
      assertThat(left).containsAll(measured);
      left.retainAll(measured);
    }
  }

  @ParameterizedTest
  @EnumSource
  void leavesTheirPartOfTheBudgetToConfirmationAndGain(StrategyKind kind) throws Exception {
    KnownTune tune = tune(kind);
    VirtualClock clock = new VirtualClock();
    List<Double> secondsLeft = new ArrayList<>();
    TuneListener listener =
        new TuneListener() {
          @Override
          public void roundStarted(Round round, double seconds) {
            if (round.phase() == Phase.CONFIRM) {
              secondsLeft.add(seconds);
            }
          }
        };

    tune.run(clock, tune.device(clock), listener);

    assertThat(secondsLeft.getFirst()).isGreaterThan(0.44 * tune.budgetSeconds());
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
            .collect(Collectors.groupingBy(Sample::round, TreeMap::new, Collectors.toList()));
    assertThat(rounds).isNotEmpty();
    assertThat(found.candidates().getFirst().plan()).isEqualTo(CopyPlan.SEQUENTIAL);
    return rounds.values();
  }
}
