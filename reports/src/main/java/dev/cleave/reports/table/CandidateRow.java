package dev.cleave.reports.table;

import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.stats.Interval;
import java.util.Map;

/**
 * One candidate in one size class.
 *
 * @param samples valid samples of the sweep
 * @param throughput by clock; empty without a sample
 * @param ratios by clock: throughput over that of the baseline in the same round; empty for the
 *     baseline itself and where no round has both
 */
public record CandidateRow(
    Candidate candidate,
    int samples,
    Map<Clock, Throughput> throughput,
    Map<Clock, Interval> ratios) {
  public CandidateRow {
    throughput = Map.copyOf(throughput);
    ratios = Map.copyOf(ratios);
  }

  public boolean isBaseline() {
    return candidate.name().equals(Candidate.BASELINE);
  }

  public boolean isTwin() {
    return candidate.name().equals(Candidate.TWIN);
  }
}
