package dev.cleave.reports.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cleave.engine.ByteSize;
import dev.cleave.reports.RunVariants;
import dev.cleave.reports.TuneRuns;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.DataShape;
import dev.cleave.tuner.run.TuneRun;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunComparisonTest {
  private static final TuneRun FIRST = TuneRuns.sixteenCandidates();

  @ParameterizedTest
  @CsvSource({
    "1, 0.2, SAME",
    "1.05, 0.05, UNCLEAR",
    "1, 0.01, UNCLEAR",
    "1.5, 0.03, FASTER",
    "0.7, 0.03, SLOWER",
  })
  void saysHowFastTheOtherRunIs(double speed, double margin, ComparisonVerdict verdict)
      throws Exception {
    RunComparison compared = compared(RunVariants.atSpeed(FIRST, speed), margin);

    assertThat(compared.verdict()).isEqualTo(verdict);
    assertThat(compared.comparisons())
        .allSatisfy(one -> assertThat(one.ratio().ratio()).isCloseTo(speed, within(1e-9)));
  }

  /**
   * Designed for 5 % of comparisons; 400 of them stay below 10 % but once in 20,000 times. The
   * noise of a round is shared by its copies.
   */
  @Test
  void twoRunsOfOneDeviceAreRarelyToldApart() throws Exception {
    Random random = new Random(11);
    TuneRun device = TuneRuns.allEqual();
    int toldApart = 0;
    for (int trial = 0; trial < 400; trial++) {
      TuneRun one = RunVariants.remeasured(device, random);
      TuneRun other = RunVariants.remeasured(device, random);
      boolean apart =
          RunComparison.of(List.of(one, other), 0.03).comparisons().stream()
              .filter(PlanComparison::decides)
              .anyMatch(it -> it.ratio().isAbove(1) || it.ratio().isBelow(1));
      toldApart += apart ? 1 : 0;
    }
    assertThat(toldApart).isBetween(1, 40);
  }

  @Test
  void restsOnTheDefaultAndOnWhatTheFirstRecommends() throws Exception {
    RunComparison compared = compared(RunVariants.atSpeed(FIRST, 1), 0.03);

    assertThat(compared.comparisons()).filteredOn(one -> one.clock() == Clock.COMMAND).hasSize(16);
    assertThat(compared.comparisons())
        .filteredOn(PlanComparison::decides)
        .extracting(one -> one.clock() + " " + one.name())
        .containsExactlyInAnyOrder("command default", "command nio-d2-c4MiB", "durable default");
    assertThat(compared.confidence()).isCloseTo(1 - 0.05 / 3, within(1e-12));
    assertThat(compared.notes()).isEmpty();
  }

  /** Both were copied in the same rounds: two looks at one weather are not two. */
  @Test
  void theTwinIsTheDefaultAndAddsNoRounds() throws Exception {
    PlanComparison compared =
        compared(RunVariants.without(FIRST, "default-twin"), 0.03).comparisons().getFirst();

    assertThat(compared.name()).isEqualTo("default");
    assertThat(compared.before().rounds()).isEqualTo(6);
    assertThat(compared.after().rounds()).isEqualTo(6);
    assertThat(compared.ratio().ratio()).isNotEqualTo(1);
  }

  @Test
  void saysThatARecommendedPlanWasNotMeasured() throws Exception {
    RunComparison compared = compared(RunVariants.without(FIRST, "nio-d2-c4MiB"), 0.03);

    assertThat(compared.notes())
        .singleElement()
        .asString()
        .contains("nio, split depth 2, chunk 4MiB, preallocated, which the first recommends");
  }

  @Test
  void comparesEachRunWithTheFirst() throws Exception {
    RunComparison compared =
        RunComparison.of(
            List.of(FIRST, RunVariants.atSpeed(FIRST, 2), RunVariants.atSpeed(FIRST, 0.5)), 0.03);

    assertThat(compared.verdict()).isEqualTo(ComparisonVerdict.SLOWER);
    assertThat(ComparisonGroup.allOf(compared)).hasSize(4);
    assertThat(ComparisonGroup.allOf(compared).getFirst().comparisons().getFirst().decides())
        .isTrue();
  }

  @Test
  void twoSamplesOfASideDecideNothing() throws Exception {
    TuneRun sparse = TuneRuns.golden();

    RunComparison compared =
        RunComparison.of(List.of(sparse, RunVariants.without(sparse, "default-twin")), 0.5);

    assertThat(compared.verdict()).isEqualTo(ComparisonVerdict.UNCLEAR);
  }

  @Test
  void refusesAnotherDevice() {
    assertThatThrownBy(() -> compared(RunVariants.to(FIRST, "xfs@sdb"), 0.03))
        .isInstanceOf(IncomparableRunsException.class)
        .hasMessage(
            "cannot compare %s-again with %s: they write to xfs@sdb and ext4@vda"
                .formatted(FIRST.id(), FIRST.id()));
  }

  @Test
  void refusesOtherData() {
    TuneRun other = RunVariants.ofData(FIRST, DataShape.oneFile(128 * ByteSize.MIB));

    assertThatThrownBy(() -> compared(other, 0.03))
        .isInstanceOf(IncomparableRunsException.class)
        .hasMessageContaining("large files, cold source: one copied a file of 128MiB")
        .hasMessageContaining("a file of 1GiB");
  }

  private static RunComparison compared(TuneRun other, double margin) throws Exception {
    return RunComparison.of(List.of(FIRST, other), margin);
  }
}
