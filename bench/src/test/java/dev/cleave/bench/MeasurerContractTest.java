package dev.cleave.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.bench.jmh.JmhMeasurer;
import dev.cleave.bench.process.ProcessMeasurer;
import dev.cleave.bench.trial.TrialData;
import dev.cleave.bench.trial.TrialDevices;
import dev.cleave.bench.trial.TrialSettings;
import dev.cleave.bench.trial.TrialShape;
import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import dev.cleave.engine.backend.BackendKind;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Evidence;
import dev.cleave.tuner.measure.Measurer;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.measure.Round;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.measure.TargetState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What everything that takes samples of real copies owes. */
@ParameterizedClass(name = "{0}")
@MethodSource("measurers")
class MeasurerContractTest {
  private static final long BYTES = 3 * ByteSize.MIB + 5;
  private static final Candidate BASELINE =
      new Candidate(Candidate.BASELINE, CopyPlan.SEQUENTIAL.withWorkers(workers()));

  private final Function<TrialSettings, Measurer> measurer;

  @TempDir Path directory;
  private Path targets;
  private Path work;

  MeasurerContractTest(String name, Function<TrialSettings, Measurer> measurer) {
    this.measurer = measurer;
  }

  /** What else the machine does while the tests run is not in our hands. */
  private static boolean isOfOthers(String warning) {
    return warning.matches("(stolen time|busy device|busy processors): .*");
  }

  static List<Arguments> measurers() {
    Function<TrialSettings, Measurer> jmh = JmhMeasurer::new;
    Function<TrialSettings, Measurer> process = ProcessMeasurer::new;
    return List.of(Arguments.of("jmh", jmh), Arguments.of("process", process));
  }

  /** Those that {@code copy} takes of itself, so that it can be held to the plan. */
  private static int workers() {
    return Math.min(Runtime.getRuntime().availableProcessors(), 8);
  }

  @BeforeEach
  void makeDirectories() throws IOException {
    targets = Files.createDirectory(directory.resolve("targets"));
    work = Files.createDirectory(directory.resolve("work"));
  }

  @ParameterizedTest
  @EnumSource
  void takesTheSamplesOfARoundInItsOrder(SizeClass sizeClass) throws IOException {
    Candidate small = new Candidate("small", BASELINE.plan().withChunkBytes(64 * ByteSize.KIB));
    TrialSettings settings = settings(sizeClass, CacheState.COLD, TargetState.NEW);
    List<Sample> samples = measure(settings, small, BASELINE, small);
    assertThat(samples).extracting(Sample::candidate).containsExactly("small", "default", "small");
    assertThat(samples).extracting(Sample::position).containsExactly(0, 1, 2);
    assertThat(samples).extracting(Sample::bytes).containsOnly(BYTES);
    assertThat(samples).flatExtracting(Sample::warnings).allMatch(MeasurerContractTest::isOfOthers);
    assertThat(samples).extracting(Sample::invalid).containsOnly(List.of());
    assertThat(samples).extracting(Sample::used).startsWith(small.plan(), BASELINE.plan());
    assertLeavesNothing();
  }

  @ParameterizedTest
  @EnumSource
  void copiesOverWhatIsThere(SizeClass sizeClass) throws IOException {
    TrialSettings settings = settings(sizeClass, CacheState.WARM, TargetState.REPLACED);
    Sample sample = measure(settings, BASELINE).getFirst();
    assertThat(sample.invalid()).isEmpty();
    Evidence evidence = sample.evidence();
    assertThat(evidence.targetState()).isEqualTo(TargetState.REPLACED);
    assertThat(evidence.cacheState()).isEqualTo(CacheState.WARM);
    assertThat(evidence.residentBytes()).isGreaterThanOrEqualTo(BYTES);
    assertThat(evidence.verified()).isTrue();
    assertThat(evidence.cpuSeconds()).isPositive();
    assertThat(evidence.load().voluntarySwitches()).isPositive();
    assertThat(evidence.space().freeBytes()).isPositive();
    assertLeavesNothing();
  }

  @Test
  void whatRanIsCheckedAgainstWhatWasAsked() throws IOException {
    Candidate split = new Candidate("split", CopyPlan.SEED); // but the file is too small for that
    Sample sample =
        measure(settings(SizeClass.LARGE, CacheState.WARM, TargetState.NEW), split).getFirst();
    assertThat(sample.used().splitDepth()).isZero();
    assertThat(sample.invalid()).singleElement().asString().startsWith("other plan: ");
  }

  @ParameterizedTest
  @EnumSource
  void everyBackendIsUsedAsAsked(BackendKind backend) throws IOException {
    Candidate candidate = new Candidate("c", BASELINE.plan().withBackend(backend));
    Sample sample =
        measure(settings(SizeClass.LARGE, CacheState.WARM, TargetState.NEW), candidate).getFirst();
    assertThat(sample.isValid()).isEqualTo(sample.used().backend() == backend);
  }

  @Test
  void nothingIsFasterThanMemory() throws IOException {
    TrialSettings settings = settings(SizeClass.LARGE, CacheState.WARM, TargetState.NEW);
    TrialSettings slowMemory =
        new TrialSettings(
            settings.data(),
            targets,
            work,
            TrialDevices.NONE,
            CacheState.WARM,
            TargetState.NEW,
            CopyPlan.SEQUENTIAL,
            1.0);
    assertThat(measure(slowMemory, BASELINE).getFirst().invalid())
        .singleElement()
        .asString()
        .startsWith("faster than memory: ");
  }

  @Test
  void saysWhatTheCopySaysWhenItFails() throws IOException {
    TrialSettings settings = settings(SizeClass.LARGE, CacheState.COLD, TargetState.NEW);
    Files.delete(settings.data().root());
    assertThatThrownBy(() -> measure(settings, BASELINE))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("No such file or directory");
    assertLeavesNothing();
  }

  private List<Sample> measure(TrialSettings settings, Candidate... order) throws IOException {
    List<Sample> samples = new ArrayList<>();
    Round round = new Round(3, Phase.SWEEP, settings.data().sizeClass(), List.of(order));
    measurer.apply(settings).measure(round, samples::add);
    return samples;
  }

  private TrialSettings settings(SizeClass sizeClass, CacheState cache, TargetState target)
      throws IOException {
    TrialShape shape = new TrialShape(sizeClass, BYTES);
    return new TrialSettings(
        TrialData.generate(directory.resolve("data"), shape, 7, count -> {}),
        targets,
        work,
        TrialDevices.NONE,
        cache,
        target,
        CopyPlan.SEQUENTIAL,
        null);
  }

  private void assertLeavesNothing() {
    assertThat(targets).isEmptyDirectory();
    assertThat(work).isEmptyDirectory();
  }
}
