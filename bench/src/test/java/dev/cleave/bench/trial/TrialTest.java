package dev.cleave.bench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.PlanUse;
import dev.cleave.engine.ResourceUse;
import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Evidence;
import dev.cleave.tuner.measure.TargetState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With copies that the test makes itself, and a kernel of its own. */
class TrialTest {
  private static final long BYTES = ByteSize.MIB;

  @TempDir Path directory;
  private Path targets;
  private FakeKernel kernel;

  @BeforeEach
  void makeDirectories() throws IOException {
    targets = Files.createDirectory(directory.resolve("targets"));
    kernel = new FakeKernel(directory.resolve("kernel"));
  }

  @Test
  void checksTheCopyAndRemovesIt() throws IOException {
    Trial trial = trial(SizeClass.LARGE, TargetState.NEW, TrialDevices.NONE);
    trial.prepare();
    Files.copy(trial.source(), trial.target());
    TrialReport report = trial.finish(result());
    assertThat(report.invalid()).isEmpty();
    assertThat(report.evidence().verified()).isTrue();
    assertThat(report.syncSeconds()).isPositive();
    assertThat(targets).isEmptyDirectory();
  }

  @Test
  void aWarmUpLeavesTheSourceInThePageCacheAndNoTarget() throws IOException {
    Trial trial = trial(SizeClass.LARGE, TargetState.NEW, TrialDevices.NONE);
    Files.writeString(trial.target(), "left");
    Files.readAllBytes(trial.source());
    trial.prepareWarmUp();
    assertThat(trial.target()).doesNotExist();
    assertThat(SourceCache.residentBytes(trial.source())).isEqualTo(BYTES);
    Files.copy(trial.source(), trial.target());
    trial.finishWarmUp();
    assertThat(targets).isEmptyDirectory();
  }

  @Test
  void startsWithoutTheTargetOfAnEarlierSample() throws IOException {
    Trial trial = trial(SizeClass.LARGE, TargetState.NEW, TrialDevices.NONE);
    Files.createDirectories(trial.target().resolve("left"));
    trial.prepare();
    assertThat(trial.target()).doesNotExist();
  }

  @Test
  void aReplacedTargetHasTheSourcesNamesAndSizes() throws IOException {
    Trial trial = trial(SizeClass.SMALL, TargetState.REPLACED, TrialDevices.NONE);
    trial.prepare();
    AtomicReference<Long> files = new AtomicReference<>(0L);
    TrialFiles.visit(
        trial.source(),
        file -> {
          files.set(files.get() + 1);
          Path same = trial.target().resolve(trial.source().relativize(file));
          assertThat(Files.size(same)).isEqualTo(Files.size(file));
        });
    assertThat(files.get()).isGreaterThan(50);
  }

  @Test
  void aCopyThatDidNothingIsNoticed() throws IOException {
    Trial trial = trial(SizeClass.LARGE, TargetState.REPLACED, TrialDevices.NONE);
    trial.prepare();
    assertThat(trial.target()).exists();
    TrialReport report = trial.finish(result());
    assertThat(report.evidence().targetState()).isEqualTo(TargetState.REPLACED);
    assertThat(report.invalid()).containsExactly("not verified: the copy differs from its source");
    assertThat(targets).isEmptyDirectory();
  }

  @Test
  void takesTheDifferencesOfWhatTheKernelCounts() throws IOException {
    counters(1000, 2000, 5_000_000, 700);
    kernel.with("sys/class/block/vdz/dev", "254:9\n");
    kernel.with("sys/class/block/vdz/device/hwmon1/temp1_input", "40000\n");
    kernel.with("sys/fs/cgroup/io.max", "254:9 rbps=99999999999 wbps=max riops=max wiops=max\n");
    kernel.with("proc/self/cgroup", "0::/\n");
    kernel.with("proc/vmstat", "nr_dirty_threshold 10\n");
    TrialDevices devices = new TrialDevices(List.of("vdz"), List.of("vdz"), List.of("vdz"));
    Trial trial = trial(SizeClass.LARGE, TargetState.NEW, devices);
    trial.prepare();
    Files.copy(trial.source(), trial.target());
    counters(1000 + 3 * 2048, 2000 + 2100, 5_250_000, 701);
    TrialReport report = trial.finish(result());
    Evidence evidence = report.evidence();
    assertThat(evidence.deviceBytesRead()).isEqualTo(3 * BYTES);
    assertThat(evidence.deviceBytesWritten()).isEqualTo(2100 * 512);
    assertThat(evidence.load().ioPressureSeconds()).isEqualTo(0.25);
    assertThat(evidence.load().cpuPressureSeconds()).isNull();
    assertThat(evidence.load().stealSeconds()).isBetween(0.009, 0.011);
    assertThat(evidence.load().voluntarySwitches()).isEqualTo(5);
    assertThat(evidence.device().celsius()).isEqualTo(40);
    assertThat(evidence.device().limits()).hasSize(1);
    assertThat(evidence.space().dirtyLimitBytes()).isEqualTo(40960);
    assertThat(evidence.space().passesDirtyLimit()).isTrue();
    assertThat(evidence.space().freeBytes()).isPositive();
    assertThat(evidence.space().fillLevel()).isBetween(0.0, 1.0);
    assertThat(report.invalid()).isEmpty();
    assertThat(report.warnings()).anyMatch(it -> it.startsWith("passes the dirty limit: "));
  }

  private void counters(long sectorsRead, long sectorsWritten, long ioMicros, long stealTicks) {
    kernel
        .with(
            "proc/diskstats", " 254 9 vdz 1 0 " + sectorsRead + " 0 1 0 " + sectorsWritten + " 0 0")
        .with("proc/pressure/io", "some avg10=0.00 total=" + ioMicros + "\n")
        .with("proc/stat", "cpu 1 2 3 4 5 6 7 " + stealTicks + " 9 10\n");
  }

  private Trial trial(SizeClass sizeClass, TargetState targetState, TrialDevices devices)
      throws IOException {
    TrialData data =
        TrialData.generate(
            directory.resolve("data"), new TrialShape(sizeClass, BYTES), 7, count -> {});
    TrialSettings settings =
        new TrialSettings(
            data,
            targets,
            directory,
            devices,
            CacheState.COLD,
            targetState,
            CopyPlan.SEQUENTIAL,
            null);
    return new Trial(settings, new Candidate("c", CopyPlan.SEQUENTIAL), 0, kernel.files());
  }

  private static CopyResult result() {
    return new CopyResult(
        List.of(new PlanUse(SizeClass.LARGE, CopyPlan.SEQUENTIAL, CopyPlan.SEQUENTIAL, "")),
        BYTES,
        0.5,
        new ResourceUse(0.1, 5, 6),
        List.of());
  }
}
