package dev.cleave.reports;

import dev.cleave.engine.ByteSize;
import dev.cleave.reports.chart.ChartData;
import dev.cleave.reports.chart.HistogramData;
import dev.cleave.reports.chart.PercentilesData;
import dev.cleave.reports.chart.PercentilesData.Bound;
import dev.cleave.reports.chart.Range;
import dev.cleave.reports.chart.RooflineData;
import dev.cleave.reports.chart.RooflineData.Contender;
import dev.cleave.reports.chart.RooflineData.Roof;
import dev.cleave.reports.chart.TimelineData;
import dev.cleave.reports.chart.TimelineData.Cliff;
import dev.cleave.reports.chart.TimelineData.Level;
import dev.cleave.reports.chart.TimelineData.Point;
import dev.cleave.reports.chart.TimelineData.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Charts of a qualification and a comparison with peers, of numbers that were made up. */
public final class MeasuredCharts {
  private static final long SEED = 20261128;
  private static final double MIB = ByteSize.MIB;
  private static final String HOSTILE = "<script>alert(1)</script> \"a\" & 'b'";

  private MeasuredCharts() {}

  public static Stream<ChartData> all() {
    return Stream.of(
        cliff(86_400, "timeline-day"),
        cliff(300, "timeline-cliff"),
        twoSeries(),
        steadyState(),
        onePoint(),
        allEqual(),
        percentiles(),
        onePercentile(),
        equalPercentiles(),
        histogram(2_000_000, "histogram-many"),
        histogram(40, "histogram-sparse"),
        oneBucket(),
        roofline(),
        oneBar(),
        equalBars(),
        hostile());
  }

  /** Fast until a third of it, then slow. */
  public static TimelineData cliff(int seconds, String name) {
    Random random = new Random(SEED);
    int end = seconds / 3;
    List<Point> points =
        IntStream.range(0, seconds)
            .mapToObj(
                s -> {
                  double rate = s < end ? 2900 : 540;
                  return new Point(s + 0.5, rate * MIB * (1 + 0.04 * random.nextGaussian()));
                })
            .toList();
    return TimelineData.throughput(
        name,
        "sequential write, 1MiB, direct, cold",
        List.of(new Series("written", points)),
        List.of(
            new Level("burst", 0, end, 2900 * MIB, null),
            new Level("sustained", end, seconds, 540 * MIB, new Range(486 * MIB, 594 * MIB))),
        new Cliff(end, (long) (2900 * MIB * end)),
        "Windows of 1 s.");
  }

  private static TimelineData twoSeries() {
    Random random = new Random(SEED);
    List<Series> series =
        Stream.of("read", "write")
            .map(
                label ->
                    new Series(
                        label,
                        IntStream.range(0, 90)
                            .mapToObj(
                                s -> new Point(s / 10.0, 50 * MIB + random.nextInt(9_000_000)))
                            .toList()))
            .toList();
    return TimelineData.throughput(
        "timeline-mixed", "mixed 70/30, 4KiB", series, List.of(), null, "Windows of 0.1 s.");
  }

  private static TimelineData steadyState() {
    double[] rounds = {61, 55, 48.2, 47.1, 46.9, 47.4, 46.6, 47.2};
    List<Point> points =
        IntStream.range(0, rounds.length).mapToObj(i -> new Point(i + 1, rounds[i])).toList();
    return new TimelineData(
        "timeline-steady",
        "Steady state of random writes",
        "4KiB, queue depth 32, on a file of 4GiB, cold",
        "steady-state round",
        "thousand operations per second",
        List.of(new Series("rounds", points)),
        List.of(
            new Level("mean of the last 5", 4, 8, 47.04, new Range(42.3, 51.7)),
            new Level("slope of the last 5", 4, 8, 47, null)),
        null,
        List.of("N = 8 rounds. Shaded: 20 % about the mean."));
  }

  private static TimelineData onePoint() {
    return TimelineData.throughput(
        "timeline-one",
        "one window",
        List.of(new Series("written", List.of(new Point(0.5, 3 * MIB)))),
        List.of(),
        null,
        "");
  }

  private static TimelineData allEqual() {
    List<Point> points = IntStream.range(0, 20).mapToObj(s -> new Point(s, 50 * MIB)).toList();
    return TimelineData.throughput(
        "timeline-equal",
        "a device capped at 50 MiB/s",
        List.of(new Series("written", points)),
        List.of(new Level("sustained", 0, 19, 50 * MIB, null)),
        new Cliff(0, 0),
        "");
  }

  /** Two curves with a demand between them. */
  public static PercentilesData percentiles() {
    double[] at = {50, 90, 99, 99.9, 99.99};
    double[] fast = {180e-6, 320e-6, 900e-6, 4.1e-3, 31e-3};
    double[] slow = {1.2e-3, 2.9e-3, 14e-3, 41e-3, 120e-3};
    return PercentilesData.of(
        "percentiles-fdatasync",
        "fdatasync of 2300 bytes, one at a time",
        List.of(curve("alone", 250_000, at, fast), curve("beside a copy", 51_234, at, slow)),
        List.of(Bound.of(99, 10e-3)),
        "From intended starts: without coordinated omission.");
  }

  private static PercentilesData.Series curve(
      String label, long operations, double[] percentiles, double[] seconds) {
    return new PercentilesData.Series(
        label,
        operations,
        IntStream.range(0, seconds.length)
            .mapToObj(i -> new PercentilesData.Point(percentiles[i], seconds[i]))
            .toList());
  }

  private static PercentilesData onePercentile() {
    return PercentilesData.of(
        "percentiles-one",
        "too few operations for more",
        List.of(curve("read", 12, new double[] {50}, new double[] {1e-3})),
        List.of(),
        "");
  }

  private static PercentilesData equalPercentiles() {
    double[] at = {0, 50, 90, 99, 99.9, 99.99, 99.999};
    double[] same = {5e-3, 5e-3, 5e-3, 5e-3, 5e-3, 5e-3, 5e-3};
    return PercentilesData.of(
        "percentiles-equal", "all 5 ms", List.of(curve("a", 1_000_000, at, same)), List.of(), "");
  }

  /** Log-normal, with one in a thousand a hundred times as long. */
  public static HistogramData histogram(int operations, String name) {
    Random random = new Random(SEED);
    SortedMap<Double, Long> counts = new TreeMap<>();
    for (int i = 0; i < operations; i++) {
      double seconds = 200e-6 * Math.exp(0.3 * random.nextGaussian());
      double stalled = random.nextInt(1000) == 0 ? 100 * seconds : seconds;
      counts.merge(Math.round(stalled * 1e7) / 1e7, 1L, Long::sum);
    }
    return HistogramData.of(
        name,
        "fdatasync of 2300 bytes, one at a time",
        HistogramData.buckets(counts, 20),
        List.of(
            HistogramData.Line.percentile(50, 200e-6),
            HistogramData.Line.percentile(99, 402e-6),
            HistogramData.Line.percentile(99.99, 26e-3)),
        "From intended starts.");
  }

  private static HistogramData oneBucket() {
    return HistogramData.of(
        "histogram-one",
        "one operation",
        List.of(new HistogramData.Bucket(1e-3, 1.1e-3, 1)),
        List.of(),
        "");
  }

  /** As a comparison with every peer has it. */
  public static RooflineData roofline() {
    List<Roof> roofs =
        List.of(
            new Roof("read alone", 2400 * MIB),
            new Roof("write alone", 1500 * MIB),
            new Roof("both at once", 1310 * MIB));
    List<Contender> contenders = new ArrayList<>();
    contenders.add(contender("Cleave, profile", 1240, true));
    contenders.add(contender("Cleave, default", 880, true));
    contenders.add(contender("Cleave, sequential", 810, true));
    for (String peer :
        List.of("cp", "cp --reflink=never --sparse=never", "rsync", "dd", "rclone", "Files.copy")) {
      contenders.add(contender(peer, 400 + 37 * peer.length(), false));
    }
    return RooflineData.of(
        "roofline-large-cold-command",
        "a file of 1GiB, cold source, timed until the copy returns",
        roofs,
        contenders,
        "Medians; bars' ends: 95 % intervals.");
  }

  private static Contender contender(String name, double rate, boolean own) {
    var range = new Range(0.93 * rate * MIB, 1.06 * rate * MIB);
    return new Contender(name, rate * MIB, range, own, 9);
  }

  private static RooflineData oneBar() {
    return RooflineData.of(
        "roofline-one",
        "a file of 1GiB, warm source",
        List.of(new Roof("both at once", 50 * MIB)),
        List.of(new Contender("cp", 49 * MIB, null, false, 1)),
        "");
  }

  private static RooflineData equalBars() {
    return RooflineData.of(
        "roofline-equal",
        "a device capped at 50 MiB/s",
        List.of(
            new Roof("read alone", 50 * MIB),
            new Roof("write alone", 50 * MIB),
            new Roof("both at once", 50 * MIB)),
        IntStream.range(0, 12).mapToObj(i -> contender("contender " + i, 50, i < 3)).toList(),
        "");
  }

  private static RooflineData hostile() {
    return RooflineData.of(
        "roofline-hostile",
        HOSTILE,
        List.of(new Roof(HOSTILE + HOSTILE, 3 * MIB), new Roof("both at once", 100 * MIB)),
        List.of(contender(HOSTILE + HOSTILE, 20, false), contender("é".repeat(90), 90, true)),
        HOSTILE);
  }
}
