package dev.cleave.reports.chart;

import dev.cleave.reports.text.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often a latency occurred, both axes logarithmic: a few slow operations among a million are
 * what one looks for.
 *
 * @param buckets from left to right, at least one; those without a count may be left out
 * @param lines at percentiles; may be empty
 */
public record HistogramData(
    String name,
    String title,
    String subtitle,
    String xTitle,
    String yTitle,
    List<Bucket> buckets,
    List<Line> lines,
    List<String> caption)
    implements ChartData {
  public HistogramData {
    buckets = List.copyOf(buckets);
    lines = List.copyOf(lines);
    caption = List.copyOf(caption);
    if (buckets.isEmpty()) {
      throw new IllegalArgumentException("a histogram without a bucket: " + name);
    }
    for (int i = 1; i < buckets.size(); i++) {
      // Ends are computed by powers: neighbours may differ in the last digit.
      if (buckets.get(i).from() < buckets.get(i - 1).to() * (1 - 1e-9)) {
        throw new IllegalArgumentException(name + ": buckets overlap at " + buckets.get(i));
      }
    }
  }

  /**
   * The chart with its titles, and N before the caption.
   *
   * @param name of the file, as {@code histogram-fdatasync}
   * @param subtitle what was measured: operation, block size, queue depth, cache state
   */
  public static HistogramData of(
      String name, String subtitle, List<Bucket> buckets, List<Line> lines, String caption) {
    long operations = buckets.stream().mapToLong(Bucket::count).sum();
    return new HistogramData(
        name,
        "How often each latency occurred",
        subtitle,
        "latency",
        "operations",
        buckets,
        lines,
        List.of(
            String.format(
                    Locale.ROOT, "N = %,d. Both axes are logarithmic. %s", operations, caption)
                .strip()));
  }

  /**
   * Buckets of equal width on a logarithmic axis.
   *
   * @param counts operations by latency in seconds, as the recorded values of an HdrHistogram
   * @param perDecade how many buckets from 1 to 10 ms
   */
  public static List<Bucket> buckets(SortedMap<Double, Long> counts, int perDecade) {
    TreeMap<Integer, Long> byIndex = new TreeMap<>();
    counts.forEach(
        (seconds, count) ->
            byIndex.merge((int) Math.floor(Math.log10(seconds) * perDecade), count, Long::sum));
    List<Bucket> buckets = new ArrayList<>();
    byIndex.forEach(
        (index, count) ->
            buckets.add(new Bucket(end(index, perDecade), end(index + 1, perDecade), count)));
    return buckets;
  }

  private static double end(int index, int perDecade) {
    return Math.pow(10, (double) index / perDecade);
  }

  /**
   * Operations of about one latency.
   *
   * @param from seconds, above 0
   * @param to seconds
   */
  public record Bucket(double from, double to, long count) {
    public Bucket {
      if (!(from > 0 && from < to) || count < 1) {
        throw new IllegalArgumentException(count + " from " + from + " s to " + to + " s");
      }
    }
  }

  /** A latency that is marked by a line. */
  public record Line(String label, double seconds) {
    public Line {
      if (!(seconds > 0)) {
        throw new IllegalArgumentException(label + " at " + seconds + " s");
      }
    }

    /** {@code p99 1.23 ms}. */
    public static Line percentile(double percentile, double seconds) {
      String name = PercentilesData.percentileName(percentile);
      return new Line(name + " " + Durations.format(seconds), seconds);
    }
  }
}
