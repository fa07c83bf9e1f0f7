package dev.cleave.bench.qualify;

import dev.cleave.tuner.qualify.Measurement;
import dev.cleave.tuner.qualify.Metric;
import dev.cleave.tuner.qualify.Requirement;
import dev.cleave.tuner.qualify.Workload;
import dev.cleave.tuner.stats.StudentT;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How requirements' figures change from pass to pass of a soak: the line of least squares. */
final class SoakTrend {
  private static final int LEAST_PASSES = 3;
  private static final double ERROR = 0.025;
  private static final Estimate.Errors ANY = new Estimate.Errors(ERROR, ERROR);

  private SoakTrend() {}

  /** A line for each requirement that has enough passes. */
  static List<String> of(
      List<Requirement> requirements, Map<Workload, List<Measurement>> byWorkload) {
    List<String> lines = new ArrayList<>();
    for (Requirement requirement : requirements) {
      double[] values =
          byWorkload.getOrDefault(requirement.workload(), List.of()).stream()
              .map(measured -> Measured.of(requirement, List.of(measured)))
              .filter(measured -> measured.missing() == null)
              .mapToDouble(measured -> measured.estimate(ANY).measured())
              .toArray();
      if (requirement.metric() != Metric.BAD_BLOCKS && values.length >= LEAST_PASSES) {
        lines.add(requirement.name() + ": " + line(values));
      }
    }
    return lines;
  }

  private static String line(double[] values) {
    int n = values.length;
    double middle = (n - 1) / 2.0;
    double mean = 0;
    for (double value : values) {
      mean += value / n;
    }
    double squares = 0;
    double products = 0;
    for (int i = 0; i < n; i++) {
      squares += (i - middle) * (i - middle);
      products += (i - middle) * (values[i] - mean);
    }
    double slope = products / squares;
    double residuals = 0;
    for (int i = 0; i < n; i++) {
      double off = values[i] - mean - slope * (i - middle);
      residuals += off * off;
    }
    double half = StudentT.upperQuantile(ERROR, n - 2) * Math.sqrt(residuals / (n - 2) / squares);
    double scale = 100 * (n - 1) / mean;
    return String.format(
        Locale.ROOT,
        "%+.1f %% over %d passes [%+.1f, %+.1f], %s",
        slope * scale,
        n,
        (slope - half) * scale,
        (slope + half) * scale,
        Math.abs(slope) > half ? (slope < 0 ? "falling" : "rising") : "no trend");
  }
}
