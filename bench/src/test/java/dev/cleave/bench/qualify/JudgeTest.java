package dev.cleave.bench.qualify;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Verdicts on series whose truth is known. */
class JudgeTest {
  private static final int WINDOWS = 30;

  private final Random random = new Random(8);

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 0.8})
  void aDeviceThatIsJustGoodEnoughFailsInAtMostOnePerCentOfTwelveRequirements(double correlation) {
    int runs = 2000;
    int failures = 0;
    for (int run = 0; run < runs; run++) {
      failures += verdicts(12, 1, 0.05, correlation).contains(QualifyVerdict.FAIL) ? 1 : 0;
    }

    // designed for 1 %, judged by three standard errors
    assertThat(failures).isLessThanOrEqualTo((int) (runs * 0.01 + 3 * Math.sqrt(runs * 0.01)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5})
  void atATenthFromTheBoundNoVerdictIsTheOpposite(double correlation) {
    for (int run = 0; run < 50; run++) {
      assertThat(verdicts(12, 1.1, 0.02, correlation)).doesNotContain(QualifyVerdict.FAIL);
      assertThat(verdicts(12, 0.9, 0.02, correlation)).doesNotContain(QualifyVerdict.PASS);
    }
  }

  private List<QualifyVerdict> verdicts(
      int requirements, double truth, double noise, double correlation) {
    Map<Workload, List<Measurement>> measured = new LinkedHashMap<>();
    List<Requirement> asked = new ArrayList<>();
    for (int i = 0; i < requirements; i++) {
      Workload workload = workload(4096L * (i + 1));
      asked.add(mean(workload, RunPart.WHOLE, null, null));
      double[] last = {random.nextGaussian()};
      double innovation = Math.sqrt(1 - correlation * correlation);
      measured.put(
          workload,
          List.of(
              measurement(
                  workload,
                  _ -> {
                    last[0] = correlation * last[0] + innovation * random.nextGaussian();
                    return 100e6 * truth * (1 + noise * last[0]);
                  },
                  null)));
    }
    return Judge.judge(asked, measured).stream().map(RequirementResult::verdict).toList();
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
    Requirement asked =
        new Requirement(
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

    assertThat(judge(asked, latencies(workload, 0.003)).verdict()).isEqualTo(QualifyVerdict.PASS);
    assertThat(judge(asked, latencies(workload, 0.03)).verdict()).isEqualTo(QualifyVerdict.FAIL);
    assertThat(judge(asked, latencies(workload, 0.01)).verdict())
        .isEqualTo(QualifyVerdict.INCONCLUSIVE);
  }

  /** A millisecond each, but for a share of 20 ms. */
  private Measurement latencies(Workload workload, double slow) {
    List<Window> windows = new ArrayList<>();
    for (int i = 0; i < WINDOWS; i++) {
      Latencies latencies = new Latencies();
      for (int n = 0; n < 300; n++) {
        latencies.record(random.nextDouble() < slow ? 20_000_000 : 1_000_000);
      }
      windows.add(new Window(i, 1, 300 * 4096, 0, 300, latencies.encoded()));
    }
    return measurement(workload, windows, null);
  }

  private static RequirementResult judge(Requirement requirement, Measurement measurement) {
    return Judge.judge(List.of(requirement), Map.of(requirement.workload(), List.of(measurement)))
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
      windows.add(new Window(i, 1, bytes, bytes, bytes / workload.blockBytes(), ""));
    }
    return measurement(workload, windows, seen);
  }

  private static Measurement measurement(
      Workload workload, List<Window> windows, @Nullable Surroundings seen) {
    return new Measurement(
        workload, 0, "test", 0, WINDOWS, windows, List.of(), 0, null, seen, null, List.of());
  }
}
