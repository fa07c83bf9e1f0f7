package dev.cleave.reports.table;

import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.stats.MeanInterval;
import java.util.Arrays;
import java.util.List;

/**
 * Throughput of one candidate under one clock, in bytes per second.
 *
 * <p>The interval is that of the mean of the logarithms, since noise multiplies throughput: it
 * belongs to the geometric mean, and is not symmetric about it.
 *
 * @param samples how many it rests on
 * @param low lower end of the 95 % t interval; 0 below {@value MeanInterval#LEAST_VALUES} samples
 * @param high upper end; infinite below {@value MeanInterval#LEAST_VALUES} samples
 */
public record Throughput(
    int samples, double median, double geometricMean, double low, double high) {
  static final double CONFIDENCE = 0.95;

  /**
   * That of the samples.
   *
   * @throws IllegalArgumentException if there is no sample
   */
  static Throughput of(List<Sample> samples, Clock clock) {
    double[] rates = samples.stream().mapToDouble(sample -> sample.bytesPerSecond(clock)).toArray();
    MeanInterval logs = MeanInterval.of(Arrays.stream(rates).map(Math::log).toArray(), CONFIDENCE);
    return new Throughput(
        rates.length,
        median(rates),
        Math.exp(logs.mean()),
        Math.exp(logs.low()),
        Math.exp(logs.high()));
  }

  /** Whether there were enough samples for an interval. */
  public boolean isBounded() {
    return Double.isFinite(high);
  }

  private static double median(double[] rates) {
    double[] sorted = rates.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
