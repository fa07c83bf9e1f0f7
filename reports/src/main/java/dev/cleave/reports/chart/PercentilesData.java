package dev.cleave.reports.chart;

import dev.cleave.reports.text.Durations;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * Latencies by percentile, both axes logarithmic: from one tick of x to the next there are ten
 * times fewer operations above.
 *
 * @param series at least one
 * @param bounds what a specification demands; may be empty
 */
public record PercentilesData(
    String name,
    String title,
    String subtitle,
    String xTitle,
    String yTitle,
    List<Series> series,
    List<Bound> bounds,
    List<String> caption)
    implements ChartData {
  static final double MOST = 99.999;

  public PercentilesData {
    series = List.copyOf(series);
    bounds = List.copyOf(bounds);
    caption = List.copyOf(caption);
    if (series.isEmpty()) {
      throw new IllegalArgumentException("a chart without a series: " + name);
    }
  }

  /**
   * The chart with its titles, and N before the caption.
   *
   * @param name of the file, as {@code percentiles-fdatasync}
   * @param subtitle what was measured: operation, block size, queue depth, cache state
   */
  public static PercentilesData of(
      String name, String subtitle, List<Series> series, List<Bound> bounds, String caption) {
    List<String> counts =
        series.stream()
            .map(one -> String.format(Locale.ROOT, "%,d %s", one.operations(), one.label()))
            .toList();
    String demanded = bounds.isEmpty() ? "" : " Triangles: what is demanded, to be below.";
    return new PercentilesData(
        name,
        "Latency by percentile",
        subtitle,
        "percentile of the operations",
        "latency",
        series,
        bounds,
        List.of(("N = " + String.join(", ", counts) + "." + demanded + " " + caption).strip()));
  }

  /**
   * One curve.
   *
   * @param operations how many were timed
   * @param points from left to right, at least one
   */
  public record Series(String label, long operations, List<Point> points) {
    public Series {
      points = List.copyOf(points);
      if (points.isEmpty()) {
        throw new IllegalArgumentException("a series without a point: " + label);
      }
      for (int i = 1; i < points.size(); i++) {
        Point before = points.get(i - 1);
        Point after = points.get(i);
        if (after.percentile() <= before.percentile() || after.seconds() < before.seconds()) {
          throw new IllegalArgumentException(label + ": " + after + " behind " + before);
        }
      }
    }
  }

  /**
   * A share of the operations took at most so long.
   *
   * @param percentile from 0 to {@value PercentilesData#MOST}: the slowest of all has no place on
   *     the axis, and pages keep five digits
   */
  public record Point(double percentile, double seconds) {
    public Point {
      if (!(percentile >= 0 && percentile <= MOST) || !(seconds > 0)) {
        throw new IllegalArgumentException("p" + percentile + " of " + seconds + " s");
      }
    }

    /** Where it lies on the axis: 1 for p90, 2 for p99, 3 for p99.9. */
    double nines() {
      return nines(percentile);
    }

    static double nines(double percentile) {
      return -Math.log10(1 - percentile / 100);
    }
  }

  /**
   * What a specification demands.
   *
   * @param label as {@code etcd: p99 < 10 ms}
   */
  public record Bound(String label, Point point) {
    /** {@code p99 < 10.0 ms}. */
    public static Bound of(double percentile, double seconds) {
      String name = percentileName(percentile);
      return new Bound(name + " < " + Durations.format(seconds), new Point(percentile, seconds));
    }
  }

  /** {@code p99.9}. */
  static String percentileName(double percentile) {
    String number = BigDecimal.valueOf(percentile).stripTrailingZeros().toPlainString();
    return "p" + number;
  }
}
