package dev.cleave.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.reports.RunVariants;
import dev.cleave.reports.TuneRuns;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.measure.Evidence;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.run.TuneRun;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private static final TuneRun KEPT = TuneRuns.golden();

  @Test
  void busyProcessorsAreNamed() {
    assertThat(text(sample -> timed(sample, 1, 1.01, 1.9)))
        .startsWith("What limits large files, cold source, by nio, split depth 0, chunk 1MiB (4")
        .contains(" samples): CPU: 1.9 of 2 processors are busy while it copies.")
        .doesNotContain("Destination");
  }

  @Test
  void aSequentialCopyIsLimitedByItsOneTask() {
    assertThat(text(sample -> timed(sample, 1, 1.01, 0.95)))
        .contains("CPU, of the one task: 1.0 of 2 processors are busy while it copies.");
  }

  @Test
  void whatIsWrittenAfterTheCopyReturnedIsTheDestinations() {
    assertThat(text(sample -> timed(sample, 1, 4, 0.4)))
        .contains(
            "Destination: 75.0 % of the time until the data is on the device passes after the copy"
                + " has returned.")
        .doesNotContain("CPU");
  }

  @Test
  void whatCopiesDoNotTellIsLeftOpen() {
    assertThat(text(sample -> timed(sample, 1, 1.1, 0.4)))
        .contains("neither CPU (0.4 of 2 processors are busy) nor a flush at the end (9.1 %")
        .endsWith("copies alone don't tell which.");
  }

  @Test
  void withoutAValidSampleNothingIsSaid() {
    TuneRun invalid =
        RunVariants.withSamples(KEPT, KEPT.samples().stream().map(LimitsTest::impossible).toList());

    assertThat(Limits.allOf(invalid)).isEmpty();
  }

  private static String text(UnaryOperator<Sample> change) {
    List<Sample> samples = KEPT.samples().stream().map(change).toList();
    List<Limits> limits = Limits.allOf(RunVariants.withSamples(KEPT, samples));
    assertThat(limits).hasSize(1);
    return limits.getFirst().sentence();
  }

  private static Sample timed(Sample sample, double command, double durable, double cpuSeconds) {
    return copy(sample, command, durable, cpuSeconds, List.of());
  }

  private static Sample impossible(Sample sample) {
    return copy(sample, 1, 1, 0.1, List.of("impossible"));
  }

  private static Sample copy(
      Sample sample, double command, double durable, double cpuSeconds, List<String> invalid) {
    return new Sample(
        sample.round(),
        sample.position(),
        sample.phase(),
        sample.candidate(),
        sample.sizeClass(),
        sample.asked(),
        sample.used(),
        sample.bytes(),
        command,
        durable,
        new Evidence(CacheState.COLD, 0L, sample.bytes(), cpuSeconds, true),
        List.of(),
        invalid);
  }
}
