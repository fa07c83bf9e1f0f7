package dev.cleave.bench.qualify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cleave.tuner.qualify.Comparison;
import dev.cleave.tuner.qualify.Measurement;
import dev.cleave.tuner.qualify.Metric;
import dev.cleave.tuner.qualify.QualifyVerdict;
import dev.cleave.tuner.qualify.Requirement;
import dev.cleave.tuner.qualify.RequirementResult;
import dev.cleave.tuner.qualify.RunPart;
import dev.cleave.tuner.qualify.Surroundings;
import dev.cleave.tuner.qualify.Window;
import dev.cleave.tuner.qualify.Workload;
import dev.cleave.tuner.qualify.WorkloadKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Verdicts on series whose truth is known. */
class JudgeTest {
  private static final int WINDOWS = 30;
  private static final int REQUIREMENTS = 12;

  private final Random random = new Random(8);

  @ParameterizedTest
  @CsvSource({"0, false", "0.5, false", "0.8, false", "0.5, true"})
  void aDeviceThatIsJustGoodEnoughFailsInAtMostOnePerCentOfTwelveRequirements(
      double correlation, boolean heavy) {
    int runs = 300;
    int failures = 0;
    int passes = 0;
    for (int run = 0; run < runs; run++) {
      List<QualifyVerdict> verdicts = verdicts(1, new Noise(0.05, correlation, heavy));
      failures += verdicts.contains(QualifyVerdict.FAIL) ? 1 : 0;
      passes += Collections.frequency(verdicts, QualifyVerdict.PASS);
    }

    assertThat(failures).isLessThanOrEqualTo(runs / 100);
    assertThat(passes).isLessThanOrEqualTo(runs * REQUIREMENTS / 20);
  }

  @ParameterizedTest
  @CsvSource({
    "0.02, 0, false",
    "0.02, 0.5, false",
    "0.02, 0.8, false",
    "0.02, 0.5, true",
    "0.05, 0, false",
    "0.05, 0.5, false"
  })
  void atATenthFromTheBoundEachVerdictIsRight(double size, double correlation, boolean heavy) {
    Noise noise = new Noise(size, correlation, heavy);
    for (int run = 0; run < 50; run++) {
      assertThat(verdicts(1.1, noise)).containsOnly(QualifyVerdict.PASS);
      assertThat(verdicts(0.9, noise)).containsOnly(QualifyVerdict.FAIL);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 0.8})
  void howeverNoisyNoVerdictIsTheOpposite(double correlation) {
    Noise noise = new Noise(0.1, correlation, true);
    for (int run = 0; run < 50; run++) {
      assertThat(verdicts(1.1, noise)).doesNotContain(QualifyVerdict.FAIL);
      assertThat(verdicts(0.9, noise)).doesNotContain(QualifyVerdict.PASS);
    }
  }

  /**
   * A first-order autoregression.
   *
   * @param size its standard deviation, as a share
   * @param heavy whether what drives it has the tails of Student's t with 3 degrees of freedom
   */
  private record Noise(double size, double correlation, boolean heavy) {
    IntToDoubleFunction around(double level, Random random) {
      double[] last = {driving(random)};
      double innovation = Math.sqrt(1 - correlation * correlation);
      return _ -> {
        last[0] = correlation * last[0] + innovation * driving(random);
        return level * (1 + size * last[0]);
      };
    }

    private double driving(Random random) {
      double value = random.nextGaussian();
      if (!heavy) {
        return value;
      }
      double squares = 0;
      for (int i = 0; i < 3; i++) {
        double one = random.nextGaussian();
        squares += one * one;
      }
      return value / Math.sqrt(squares); // of variance 1
    }
  }

  /** Of requirements of a workload each, which are measured until they are decided. */
  private List<QualifyVerdict> verdicts(double truth, Noise noise) {
    Map<Workload, List<Measurement>> measured = new LinkedHashMap<>();
    List<Requirement> asked = new ArrayList<>();
    for (int i = 0; i < REQUIREMENTS; i++) {
      Workload workload = workload(4096L * (i + 1));
      asked.add(mean(workload, RunPart.WHOLE, null, null));
      measured.put(workload, new ArrayList<>(List.of(run(workload, truth, noise))));
    }
    for (int runs = 1; runs < Looks.MOST_RUNS; runs *= 2) {
      for (Workload workload : Judge.undecided(asked, measured)) {
        for (int run = runs; run < 2 * runs; run++) {
          measured
              .computeIfAbsent(workload, _ -> new ArrayList<>())
              .add(run(workload, truth, noise));
        }
      }
    }
    return Judge.judge(asked, measured, Looks.UNTIL_DECIDED).stream()
        .map(RequirementResult::verdict)
        .toList();
  }

  private Measurement run(Workload workload, double truth, Noise noise) {
    return measurement(workload, noise.around(100e6 * truth, random), null);
  }

  @Test
  void aLoadThatStartsSlowlyIsJudgedBehindItsStart() {
    Workload workload = workload(4096);
    Requirement asked = mean(workload, RunPart.WHOLE, null, null);

    RequirementResult good = judge(asked, measurement(workload, climbingTo(110e6), null));
    RequirementResult bad = judge(asked, measurement(workload, climbingTo(90e6), null));

    assertThat(good.verdict()).isEqualTo(QualifyVerdict.PASS);
    assertThat(good.why()).contains(" windows at the start");
    assertThat(good.measured()).isBetween(105e6, 113e6);
    assertThat(bad.verdict()).isEqualTo(QualifyVerdict.FAIL);
  }

  private IntToDoubleFunction climbingTo(double rate) {
    return i -> rate * (1 - 0.8 * Math.exp(-i / 2.0)) * (1 + 0.02 * random.nextGaussian());
  }

  @Test
  void sustainedIsWhatIsBehindTheCliff() {
    RequirementResult result =
        sustained(i -> (i < 8 ? 500e6 : 120e6) * (1 + 0.01 * random.nextGaussian()), 1L, 1.0);

    assertThat(result.verdict()).isEqualTo(QualifyVerdict.PASS);
    assertThat(result.measured()).isBetween(118e6, 122e6);
  }

  @Test
  void aFallingSeriesIsNeverSustained() {
    RequirementResult result =
        sustained(i -> (200e6 - 3e6 * i) * (1 + 0.005 * random.nextGaussian()), 1L, 1.0);

    assertThat(result.verdict()).isEqualTo(QualifyVerdict.INCONCLUSIVE);
    assertThat(result.why()).contains("no steady state");
  }

  @Test
  void sustainedWithoutStatedVolumeOrTimeIsNotDecided() {
    assertThat(sustained(_ -> 500e6, null, 1.0).verdict()).isEqualTo(QualifyVerdict.INCONCLUSIVE);
    assertThat(sustained(_ -> 500e6, 1L, null).verdict()).isEqualTo(QualifyVerdict.INCONCLUSIVE);
    assertThat(sustained(_ -> 500e6, Long.MAX_VALUE, 1.0).why()).contains("more would decide");
  }

  /** A second run begins without the credit that the first one has used up. */
  @Test
  void aBurstIsThatOfTheFirstRunAndNoOtherIsMadeForIt() {
    Workload workload = workload(4096);
    Requirement burst = mean(workload, RunPart.BURST, null, null);
    IntToDoubleFunction credit = i -> (i < 15 ? 110e6 : 50e6) * (1 + 0.01 * random.nextGaussian());
    IntToDoubleFunction none = _ -> 50e6 * (1 + 0.01 * random.nextGaussian());
    IntToDoubleFunction unclear = _ -> 100e6 * (1 + 0.1 * random.nextGaussian());
    List<Measurement> runs =
        List.of(measurement(workload, credit, null), measurement(workload, none, null));
    List<Measurement> unclearRun = List.of(measurement(workload, unclear, null));

    assertThat(
            Judge.judge(List.of(burst), Map.of(workload, runs), Looks.UNTIL_DECIDED)
                .getFirst()
                .verdict())
        .isEqualTo(QualifyVerdict.PASS);
    assertThat(Judge.undecided(List.of(burst), Map.of(workload, unclearRun))).isEmpty();
  }

  private RequirementResult sustained(
      IntToDoubleFunction rate, @Nullable Long bytes, @Nullable Double seconds) {
    Workload workload = workload(4096);
    return judge(
        mean(workload, RunPart.SUSTAINED, bytes, seconds), measurement(workload, rate, null));
  }

  @Test
  void anIntervalThatHoldsTheBoundSaysHowMuchLongerItTakes() {
    Workload workload = workload(4096);
    RequirementResult result =
        judge(
            mean(workload, RunPart.WHOLE, null, null),
            measurement(workload, _ -> 100e6 * (1.001 + 0.05 * random.nextGaussian()), null));

    assertThat(result.verdict()).isEqualTo(QualifyVerdict.INCONCLUSIVE);
    assertThat(result.why()).containsPattern("about [0-9]+ s more would decide");
  }

  @Test
  void aBusyNeighbourMakesAFailureInvalidAndLeavesASuccess() {
    Workload workload = workload(4096);
    Surroundings busy = surroundings(5e6, null, List.of());

    assertThat(verdict(workload, 80e6, busy)).isEqualTo(QualifyVerdict.INVALID);
    assertThat(verdict(workload, 120e6, busy)).isEqualTo(QualifyVerdict.PASS);
  }

  @Test
  void throttlingMakesAFailureInvalid() {
    Workload workload = workload(4096);
    Surroundings throttled = surroundings(0.0, null, List.of("50 MB/s"));

    assertThat(verdict(workload, 80e6, throttled)).isEqualTo(QualifyVerdict.INVALID);
  }

  @Test
  void waitingForAProcessorExcusesOnlyWhatItExplains() {
    Workload workload = workload(4096);
    IntToDoubleFunction slow = _ -> 80e6 * (1 + 0.01 * random.nextGaussian());
    Requirement asked = mean(workload, RunPart.WHOLE, null, null);

    assertThat(judge(asked, waiting(measurement(workload, slow, null), 0.1)).verdict())
        .isEqualTo(QualifyVerdict.FAIL);
    assertThat(judge(asked, waiting(measurement(workload, slow, null), 0.3)).verdict())
        .isEqualTo(QualifyVerdict.INVALID);
  }

  /** Though it waited for 5 % of the time, and misses the bound by about as much. */
  @Test
  void aDeviceJustAtItsBoundNeverFailsByOurWaiting() {
    Workload workload = workload(4096);
    Requirement asked = mean(workload, RunPart.WHOLE, null, null);
    for (int run = 0; run < 100; run++) {
      IntToDoubleFunction held = _ -> 95e6 * (1 + 0.003 * random.nextGaussian());

      assertThat(judge(asked, waiting(measurement(workload, held, null), 0.05)).verdict())
          .isNotEqualTo(QualifyVerdict.FAIL);
    }
  }

  /** It is as much too slow as is just provable, and at best a little less. */
  @Test
  void whatWaitingHidesButCannotExplainIsMeasuredOn() {
    Workload workload = workload(4096);
    Requirement asked = mean(workload, RunPart.WHOLE, null, null);
    boolean seen = false;
    for (int run = 0; run < 200; run++) {
      IntToDoubleFunction slow = _ -> 97e6 * (1 + 0.05 * random.nextGaussian());
      Measurement measured = measurement(workload, slow, null);
      QualifyVerdict verdict = judge(asked, waiting(measured, 0.01)).verdict();
      seen |=
          judge(asked, measured).verdict() == QualifyVerdict.FAIL
              && verdict == QualifyVerdict.INCONCLUSIVE;

      if (measured.windows().stream().mapToLong(Window::bytes).sum() / 0.99 < WINDOWS * 100e6) {
        assertThat(verdict).isNotEqualTo(QualifyVerdict.INVALID);
      }
    }

    assertThat(seen).isTrue();
  }

  /** About 360 of 9,000 operations take 10 ms longer than they may, and 90 of them may. */
  @Test
  void waitingForAProcessorExcusesLatenciesByWhatTheyTookTooLong() {
    Workload workload = workload(4096);
    double needed = (360 - 90) * 0.010 / workload.queueDepth() / WINDOWS;
    Measurement slow = latencies(workload, _ -> 0.04);

    assertThat(judge(latency(workload), waiting(slow, 0.7 * needed)).verdict())
        .isEqualTo(QualifyVerdict.FAIL);
    assertThat(judge(latency(workload), waiting(slow, 1.4 * needed)).verdict())
        .isEqualTo(QualifyVerdict.INVALID);
  }

  /** A wait as long as a usual operation has to spare may begin a queue of those that are due. */
  @Test
  void whereOperationsFallDueByTheClockAWaitHoldsUpWhatFollows() {
    Workload paced =
        new Workload(WorkloadKind.FDATASYNC, 4096, 1, 1L << 20, WINDOWS, 1, 0, 300.0, null);
    List<Window> windows = latencies(paced, _ -> 0.04).windows();
    assertThat(late(paced, List.of(waiting(windows.get(0), 0.010), windows.get(1), windows.get(2))))
        .isCloseTo(beyond(windows.subList(0, 2)), within(0.01));
    assertThat(late(paced, List.of(waiting(windows.get(0), 0.008), windows.get(1), windows.get(2))))
        .isLessThan(1);
    assertThat(late(paced, windows.subList(0, 3))).isZero();
  }

  private static double beyond(List<Window> windows) {
    Latencies all = Latencies.of(windows.stream().map(Window::latencies).toList());
    return all.shareBeyond(0.010, true) * all.count();
  }

  private static double late(Workload workload, List<Window> windows) {
    return Waiting.operationsMadeLate(latency(workload), windows, true);
  }

  private static Measurement waiting(Measurement measured, double seconds) {
    return measurement(
        measured.workload(),
        measured.windows().stream().map(window -> waiting(window, seconds)).toList(),
        null);
  }

  private static Window waiting(Window window, double seconds) {
    return new Window(
        window.startSeconds(),
        window.seconds(),
        window.bytes(),
        window.bytesWritten(),
        window.operations(),
        window.latencies(),
        seconds);
  }

  /** Operations at the bound itself are none that waiting has to explain. */
  @Test
  void operationsThatTakeJustTheBoundDoNotExcuseThoseBeyondIt() {
    Latencies all = new Latencies();
    for (int i = 0; i < 100; i++) {
      all.record(i < 50 ? 4_000_000 : 20_000_000);
    }

    assertThat(all.countMadeShort(0.004, false, 0.001)).isLessThan(0.1);
    assertThat(all.countMadeShort(0.004, true, 0.001)).isBetween(49.9, 50.1);
  }

  @Test
  void readsThatNoDeviceMadeAreInvalidHoweverGood() {
    Workload workload = workload(4096);
    Surroundings cached =
        new Surroundings(1000L, 0L, 1_000_000L, 0, 0.0, null, null, null, null, null, List.of());

    assertThat(verdict(workload, 120e6, cached)).isEqualTo(QualifyVerdict.INVALID);
  }

  private QualifyVerdict verdict(Workload workload, double rate, Surroundings seen) {
    return judge(
            mean(workload, RunPart.WHOLE, null, null),
            measurement(workload, _ -> rate * (1 + 0.01 * random.nextGaussian()), seen))
        .verdict();
  }

  private static Surroundings surroundings(
      double idle, @Nullable Double wait, List<String> limits) {
    return new Surroundings(
        1_000_000L, 0L, 1_000_000L, 0, idle, null, null, null, wait, null, limits);
  }

  @Test
  void aLatencyIsJudgedByTheShareBeyondTheBound() {
    Workload workload = workload(4096);
    Requirement asked = latency(workload);

    assertThat(judge(asked, latencies(workload, _ -> 0.003)).verdict())
        .isEqualTo(QualifyVerdict.PASS);
    assertThat(judge(asked, latencies(workload, _ -> 0.03)).verdict())
        .isEqualTo(QualifyVerdict.FAIL);
    assertThat(judge(asked, latencies(workload, _ -> 0.01)).verdict())
        .isEqualTo(QualifyVerdict.INCONCLUSIVE);
  }

  @Test
  void latenciesThatAreJustGoodEnoughFailInAtMostOnePerCent() {
    Workload workload = workload(4096);
    Requirement asked = latency(workload);
    int failures = 0;
    for (int run = 0; run < 300; run++) {
      IntToDoubleFunction share = new Noise(0.5, 0.5, false).around(0.01, random);
      failures += judge(asked, latencies(workload, share)).verdict() == QualifyVerdict.FAIL ? 1 : 0;
    }

    assertThat(failures).isLessThanOrEqualTo(3);
  }

  private static Requirement latency(Workload workload) {
    return new Requirement(
        "p99",
        workload,
        Metric.LATENCY,
        0.99,
        RunPart.WHOLE,
        null,
        null,
        Comparison.BELOW,
        0.010,
        0.95,
        1);
  }

  /** A millisecond each, but for a share of 20 ms. */
  private Measurement latencies(Workload workload, IntToDoubleFunction slow) {
    List<Window> windows = new ArrayList<>();
    for (int i = 0; i < WINDOWS; i++) {
      Latencies latencies = new Latencies();
      double share = slow.applyAsDouble(i);
      for (int n = 0; n < 300; n++) {
        latencies.record(random.nextDouble() < share ? 20_000_000 : 1_000_000);
      }
      windows.add(new Window(i, 1, 300 * 4096, 0, 300, latencies.encoded(), null));
    }
    return measurement(workload, windows, null);
  }

  private static RequirementResult judge(Requirement requirement, Measurement measurement) {
    return Judge.judge(
            List.of(requirement), Map.of(requirement.workload(), List.of(measurement)), Looks.ONCE)
        .getFirst();
  }

  private static Workload workload(long block) {
    return new Workload(
        WorkloadKind.SEQUENTIAL_WRITE, block, 8, 1L << 30, WINDOWS, 1, 0, null, null);
  }

  /** At least 100 MB/s. */
  private static Requirement mean(
      Workload workload, RunPart part, @Nullable Long bytes, @Nullable Double seconds) {
    return new Requirement(
        "rate",
        workload,
        Metric.THROUGHPUT,
        null,
        part,
        bytes,
        seconds,
        Comparison.AT_LEAST,
        100e6,
        0.95,
        1);
  }

  private static Measurement measurement(
      Workload workload, IntToDoubleFunction rate, @Nullable Surroundings seen) {
    List<Window> windows = new ArrayList<>();
    for (int i = 0; i < WINDOWS; i++) {
      long bytes = (long) rate.applyAsDouble(i);
      windows.add(new Window(i, 1, bytes, bytes, bytes / workload.blockBytes(), "", null));
    }
    return measurement(workload, windows, seen);
  }

  private static Measurement measurement(
      Workload workload, List<Window> windows, @Nullable Surroundings seen) {
    return new Measurement(
        workload, 0, "test", 0, WINDOWS, windows, List.of(), 0, null, seen, null, List.of());
  }
}
