package dev.cleave.tuner.profile;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.SizeClass;
import dev.cleave.tuner.device.BlockDevice;
import dev.cleave.tuner.device.DeviceClass;
import dev.cleave.tuner.device.Mount;
import dev.cleave.tuner.device.StackTraits;
import dev.cleave.tuner.device.StorageStack;
import dev.cleave.tuner.measure.CacheState;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.DataShape;
import dev.cleave.tuner.measure.Evidence;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.run.ClassSweep;
import dev.cleave.tuner.run.Environment;
import dev.cleave.tuner.run.Settings;
import dev.cleave.tuner.run.TuneRun;
import dev.cleave.tuner.search.Recommendation;
import dev.cleave.tuner.search.Verdict;
import dev.cleave.tuner.stats.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefaultProfileTest {
  private static final CopyPlan BASELINE = CopyPlan.SEQUENTIAL;
  private static final long BYTES = ByteSize.GIB;
  private static final int ROUNDS = 6;

  /** Was in half of the rounds. */
  private static final CopyPlan FELL_OUT = plan(5);

  @Test
  void takesThePlanWhoseWorstRegretIsTheSmallest() {
    TuneRun one = run("a", Map.of(BASELINE, 1.0, plan(1), 1.8, plan(2), 2.0));
    TuneRun other = run("b", Map.of(BASELINE, 1.0, plan(1), 1.9, plan(2), 1.2));

    DefaultProfile made = DefaultProfile.of(List.of(one, other));

    Recommendation found = large(made.profile().classes());
    assertThat(found.plan()).isEqualTo(plan(1));
    assertThat(found.verdict()).isEqualTo(Verdict.TUNED);
    assertThat(found.gain().low()).isEqualTo(1.8, within(1e-9));
    assertThat(found.gain().high()).isEqualTo(1.9, within(1e-9));
    WorstRegret regret = large(made.profile().regrets());
    assertThat(regret.worst()).isEqualTo(0.1, within(1e-9));
    assertThat(regret.byRun().get("a")).isEqualTo(0.1, within(1e-9));
    assertThat(regret.byRun().get("b")).isEqualTo(0, within(1e-9));
    assertThat(made.tables().getFirst().rows())
        .extracting(RegretTable.Row::plan)
        .containsExactly(plan(1), plan(2), BASELINE);
    assertThat(made.profile().run()).isEqualTo("a,b");
  }

  @Test
  void keepsTheDefaultPlanWhereNoOtherIsSafer() {
    TuneRun one = run("a", Map.of(BASELINE, 1.0, plan(1), 1.1));
    TuneRun other = run("b", Map.of(BASELINE, 1.0, plan(1), 0.5));

    Recommendation found = large(DefaultProfile.of(List.of(one, other)).profile().classes());

    assertThat(found.verdict()).isEqualTo(Verdict.KEEP_DEFAULT);
    assertThat(found.plan()).isEqualTo(BASELINE);
    assertThat(found.gain()).isEqualTo(new Interval(1, 1, 1));
  }

  @Test
  void takesOnlyPlansThatEveryRunHasMeasured() {
    TuneRun one = run("a", Map.of(BASELINE, 1.0, plan(1), 1.1, plan(3), 9.0));
    TuneRun other = run("b", Map.of(BASELINE, 1.0, plan(1), 1.2, plan(2), 9.0));

    assertThat(DefaultProfile.of(List.of(one, other)).tables().getFirst().rows())
        .extracting(RegretTable.Row::plan)
        .containsExactly(plan(1), BASELINE);
  }

  @Test
  void passesByPlansThatFellOutOfARunEarly() {
    TuneRun run = run("a", Map.of(BASELINE, 1.0, plan(1), 1.1, FELL_OUT, 9.0));

    DefaultProfile made = DefaultProfile.of(List.of(run));

    assertThat(large(made.profile().classes()).plan()).isEqualTo(plan(1));
    assertThat(large(made.profile().regrets()).worst()).isZero();
  }

  @Test
  void fitsOtherDevicesOfTheClassAsAShippedDefault() {
    Profile made =
        DefaultProfile.of(List.of(run("a", Map.of(BASELINE, 1.0, plan(1), 2.0)))).profile();
    ProfileIndex shipped = new ProfileIndex(StoreOrigin.SHIPPED, made.indexed(), List.of());
    StackTraits here = new StackTraits("xfs", "none", "WD", "nvme", "1", "");
    ProfileKey copy = new ProfileKey("xfs@here", "xfs@here", null, here, here, "7.0", "1GiB");

    ProfileMatch match =
        new ProfileMatcher(List.of(shipped))
            .match(new CopySite(copy, 99, made.created().getEpochSecond()));

    assertThat(match.profile()).isEqualTo(made.id());
    assertThat(match.plan(SizeClass.LARGE, Clock.DURABLE).plan()).isEqualTo(plan(1));
    assertThat(match.chain().getFirst().why())
        .endsWith("regret to expect: at most 0.0 %, as in 1 runs");
  }

  @Test
  void refusesRunsThatHaveNothingInCommon() {
    TuneRun nvme = run("a", Map.of(BASELINE, 1.0, plan(1), 2.0));
    TuneRun hdd = run("b", Map.of(BASELINE, 1.0), DeviceClass.HDD);

    assertThatThrownBy(() -> DefaultProfile.of(List.of(nvme, hdd)))
        .hasMessageContaining("several classes");
    assertThatThrownBy(() -> DefaultProfile.of(List.of(nvme, nvme)))
        .hasMessageContaining("given twice");
    assertThatThrownBy(
            () -> DefaultProfile.of(List.of(run("c", Map.of(BASELINE, 1.0), DeviceClass.UNKNOWN))))
        .hasMessageContaining("a class that is known");
  }

  /** What is said of large files by the command clock. */
  private static <T> T large(Map<SizeClass, Map<Clock, T>> said) {
    return requireNonNull(requireNonNull(said.get(SizeClass.LARGE)).get(Clock.COMMAND));
  }

  private static CopyPlan plan(int splitDepth) {
    return BASELINE.withSplitDepth(splitDepth);
  }

  private static TuneRun run(String id, Map<CopyPlan, Double> speeds) {
    return run(id, speeds, DeviceClass.NVME);
  }

  /** Rounds without noise, but with drift that every copy of a round shares. */
  private static TuneRun run(String id, Map<CopyPlan, Double> speeds, DeviceClass deviceClass) {
    List<Sample> samples = new ArrayList<>();
    List<Candidate> candidates = new ArrayList<>();
    speeds.keySet().forEach(plan -> candidates.add(new Candidate(name(plan), plan)));
    for (int round = 1; round <= ROUNDS; round++) {
      for (Candidate candidate : candidates) {
        if (!candidate.plan().equals(FELL_OUT) || round <= ROUNDS / 2) {
          samples.add(
              sample(round, candidate, round / speeds.getOrDefault(candidate.plan(), Double.NaN)));
        }
      }
    }
    BlockDevice leaf = new BlockDevice("disk", "disk", Map.of());
    StorageStack stack =
        new StorageStack(
            "/data",
            new Mount("/", "/dev/disk", "1:2", List.of("rw")),
            "ext4",
            deviceClass,
            List.of(leaf),
            List.of(leaf),
            "ext4@" + id);
    Recommendation kept =
        new Recommendation(Verdict.KEEP_DEFAULT, BASELINE, new Interval(1, 1, 1), 4, "made up");
    return new TuneRun(
        TuneRun.SCHEMA,
        id,
        Instant.parse("2026-11-22T22:15:00Z"),
        10,
        new Environment("cleave tune /data", "0.1", "host", "6.1.0", "cpu", 2, BYTES, "25"),
        new Settings(180, null, 0.03, 1),
        stack,
        stack,
        List.of(
            new ClassSweep(
                SizeClass.LARGE,
                CacheState.COLD,
                DataShape.oneFile(BYTES),
                candidates,
                List.of(),
                0.01,
                List.of(),
                Map.of(Clock.COMMAND, kept, Clock.DURABLE, kept),
                List.of())),
        samples,
        0,
        Verdict.KEEP_DEFAULT,
        List.of());
  }

  private static String name(CopyPlan plan) {
    return plan.equals(BASELINE) ? Candidate.BASELINE : "d" + plan.splitDepth();
  }

  private static Sample sample(int round, Candidate candidate, double seconds) {
    return new Sample(
        round,
        0,
        Phase.SWEEP,
        candidate.name(),
        SizeClass.LARGE,
        candidate.plan(),
        candidate.plan(),
        BYTES,
        seconds,
        seconds,
        new Evidence(CacheState.COLD, 0L, BYTES, 0.1, true),
        List.of(),
        List.of());
  }
}
