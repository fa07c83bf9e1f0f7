package dev.cleave.reports.chart;

import dev.cleave.engine.CopyPlan;
import dev.cleave.engine.backend.BackendKind;
import dev.cleave.reports.table.CandidateRow;
import dev.cleave.reports.table.CandidateTable;
import dev.cleave.reports.table.Throughput;
import dev.cleave.reports.text.Sentences;
import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.run.ClassSweep;
import dev.cleave.tuner.search.Recommendation;
import dev.cleave.tuner.search.Verdict;
import java.util.IntSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a chart is about: one sweep under one clock.
 *
 * @param backend the only one that is shown; null if all are
 */
record ChartSubject(CandidateTable table, Clock clock, @Nullable BackendKind backend) {
  String name(String kind) {
    String name = kind + "-" + sweep().sizeClass() + "-" + sweep().cacheState() + "-" + clock;
    return backend == null ? name : name + "-" + backend;
  }

  ClassSweep sweep() {
    return table.sweep();
  }

  /** {@code nio, a file of 1GiB, cold source, timed until the copy returns}. */
  String setting() {
    String measured = Sentences.setting(sweep()) + ", timed " + Sentences.until(clock);
    return backend == null ? measured : backend + ", " + measured;
  }

  RateUnit unit() {
    return RateUnit.forFastest(
        table.rows().stream()
            .flatMap(row -> throughput(row.throughput()).stream())
            .mapToDouble(Throughput::median)
            .max()
            .orElse(0));
  }

  Optional<Throughput> throughput(Map<Clock, Throughput> byClock) {
    return Optional.ofNullable(byClock.get(clock));
  }

  /** The plan that the run recommends over the default. */
  Optional<CopyPlan> tunedPlan() {
    return Optional.ofNullable(sweep().recommendations().get(clock))
        .filter(found -> found.verdict() == Verdict.TUNED)
        .map(Recommendation::plan);
  }

  Mark mark(CandidateRow row) {
    if (tunedPlan().filter(row.candidate().plan()::equals).isPresent()) {
      return Mark.CHOSEN;
    }
    boolean isDefault =
        baseline().filter(base -> base.plan().equals(row.candidate().plan())).isPresent();
    return isDefault && !row.isTwin() ? Mark.DEFAULT : Mark.NONE;
  }

  Optional<Candidate> baseline() {
    return table.baseline().map(row -> row.candidate());
  }

  Optional<Throughput> baselineThroughput() {
    return table.baseline().flatMap(row -> throughput(row.throughput()));
  }

  /** {@code 6 to 12 samples each}. */
  static String samplesEach(IntSummaryStatistics samples) {
    return samples.getMin() == samples.getMax()
        ? "N = " + samples.getMin() + " each"
        : "N = " + samples.getMin() + " to " + samples.getMax();
  }
}
