package dev.cleave.reports.json;

import dev.cleave.engine.ByteSize;
import dev.cleave.engine.CopyPlan;
import dev.cleave.reports.Report;
import dev.cleave.tuner.file.AtomicFile;
import dev.cleave.tuner.json.Json;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Phase;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.run.ClassSweep;
import dev.cleave.tuner.run.TuneRun;
import dev.cleave.tuner.stats.MeanInterval;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The sweeps as {@code jmh.json} in the form of JMH's own result files, so that its tools open them
 * (JMH 1.37, {@code org.openjdk.jmh.results.format.JSONResultFormat}).
 *
 * <p>A sample is one copy: mode {@code ss} (single shot), one iteration of one fork, seconds per
 * operation. Score error and confidence are JMH's too: Student's t at 99.9 %, "NaN" below three
 * samples. Drift between rounds is in it; the ratios of {@code report.html} are without.
 */
public final class JmhJson implements Report {
  static final String FILE_NAME = "jmh.json";

  private static final double CONFIDENCE = 0.999;
  private static final double[] PERCENTILES = {
    0, 50, 90, 95, 99, 99.9, 99.99, 99.999, 99.9999, 100
  };

  /** Spelled out because javac warns of implicit constructors in exported packages. */
  public JmhJson() {}

  @Override
  public List<Path> write(TuneRun run, Path directory) throws IOException {
    List<Map<String, Object>> results = new ArrayList<>();
    for (ClassSweep sweep : run.sweeps()) {
      for (Clock clock : Clock.values()) {
        for (Candidate candidate : sweep.candidates()) {
          double[] seconds = seconds(run, sweep, candidate, clock);
          if (seconds.length > 0) {
            results.add(result(run, sweep, candidate, clock, seconds));
          }
        }
      }
    }
    String json = Json.PRETTY.writeValueAsString(results) + "\n";
    return List.of(AtomicFile.write(directory.resolve(FILE_NAME), json));
  }

  private static double[] seconds(TuneRun run, ClassSweep sweep, Candidate candidate, Clock clock) {
    return run.samples().stream()
        .filter(sample -> sample.candidate().equals(candidate.name()))
        .filter(sample -> sample.sizeClass() == sweep.sizeClass())
        .filter(sample -> sample.evidence().cacheState() == sweep.cacheState())
        .filter(sample -> sample.phase() == Phase.SWEEP && sample.isValid())
        .mapToDouble((Sample sample) -> sample.seconds(clock))
        .toArray();
  }

  private static Map<String, Object> result(
      TuneRun run, ClassSweep sweep, Candidate candidate, Clock clock, double[] seconds) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("jmhVersion", "1.37");
    result.put("benchmark", "dev.cleave.copy." + sweep.sizeClass() + "." + clock);
    result.put("mode", "ss");
    result.put("threads", 1);
    result.put("forks", seconds.length);
    result.put("jvm", "java");
    result.put("jvmArgs", List.of());
    result.put("jdkVersion", run.environment().java());
    result.put("vmName", "Cleave " + run.environment().version());
    result.put("vmVersion", run.environment().java());
    result.put("warmupIterations", 0);
    result.put("warmupTime", "single-shot");
    result.put("warmupBatchSize", 1);
    result.put("measurementIterations", 1);
    result.put("measurementTime", "single-shot");
    result.put("measurementBatchSize", 1);
    result.put("params", parameters(sweep, candidate));
    result.put("primaryMetric", metric(seconds));
    result.put("secondaryMetrics", Map.of());
    return result;
  }

  private static Map<String, String> parameters(ClassSweep sweep, Candidate candidate) {
    CopyPlan plan = candidate.plan();
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("candidate", candidate.name());
    parameters.put("cacheState", sweep.cacheState().toString());
    parameters.put("files", Long.toString(sweep.data().files()));
    parameters.put("bytes", Long.toString(sweep.data().bytes()));
    parameters.put("backend", plan.backend().toString());
    parameters.put("splitDepth", Integer.toString(plan.splitDepth()));
    parameters.put("chunk", ByteSize.format(plan.chunkBytes()));
    parameters.put("queueDepth", Integer.toString(plan.queueDepth()));
    parameters.put("workers", Integer.toString(plan.workers()));
    parameters.put("preallocate", Boolean.toString(plan.preallocate()));
    return parameters;
  }

  private static Map<String, Object> metric(double[] seconds) {
    MeanInterval mean = MeanInterval.of(seconds, CONFIDENCE);
    double[] sorted = seconds.clone();
    Arrays.sort(sorted);
    Map<String, Object> percentiles = new LinkedHashMap<>();
    for (double percent : PERCENTILES) {
      String name = percent == Math.rint(percent) ? "%.1f" : "%s";
      percentiles.put(String.format(Locale.ROOT, name, percent), percentile(sorted, percent));
    }
    Map<String, Object> metric = new LinkedHashMap<>();
    metric.put("score", mean.mean());
    metric.put("scoreError", number(mean.high() - mean.mean()));
    metric.put("scoreConfidence", List.of(number(mean.low()), number(mean.high())));
    metric.put("scorePercentiles", percentiles);
    metric.put("scoreUnit", "s/op");
    metric.put("rawData", Arrays.stream(seconds).mapToObj(List::of).toList());
    return metric;
  }

  /** JMH writes what is no number as a string. */
  private static Object number(double value) {
    return Double.isFinite(value) ? (Object) value : "NaN";
  }

  /** As JMH has it, by Commons Math: the place among n is percent (n + 1) / 100. */
  private static double percentile(double[] sorted, double percent) {
    double place = percent / 100 * (sorted.length + 1);
    if (place < 1) {
      return sorted[0];
    }
    if (place >= sorted.length) {
      return sorted[sorted.length - 1];
    }
    int below = (int) place;
    return sorted[below - 1] + (place - below) * (sorted[below] - sorted[below - 1]);
  }
}
