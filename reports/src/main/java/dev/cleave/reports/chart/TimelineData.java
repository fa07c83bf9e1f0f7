package dev.cleave.reports.chart;

import dev.cleave.engine.ByteSize;
import dev.cleave.reports.text.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values over time, with the levels that were found in them and the point from which on it is
 * slower. Values over rounds, too: for the plot of a steady state.
 *
 * @param xTitle with the unit of the points' x
 * @param series at least one
 * @param levels as burst and sustained, or the mean of a steady state's window; may be empty
 * @param cliff where the device slows down; null where it doesn't
 */
public record TimelineData(
    String name,
    String title,
    String subtitle,
    String xTitle,
    String yTitle,
    List<Series> series,
    List<Level> levels,
    @Nullable Cliff cliff,
    List<String> caption)
    implements ChartData {
  /** More points than pixels show nothing; a soak of a day has 86,400 windows of one second. */
  static final int MOST_POINTS = 2000;

  public TimelineData {
    series = List.copyOf(series);
    levels = List.copyOf(levels);
    caption = List.copyOf(caption);
    if (series.isEmpty()) {
      throw new IllegalArgumentException("a chart without a series: " + name);
    }
  }

  /**
   * Throughput over the seconds since the start. The unit is chosen, long series are thinned to the
   * least and the most of neighbouring points, and the number of points is put before the caption.
   *
   * @param name of the file, as {@code timeline-sequential-write}
   * @param subtitle what was measured: workload, bytes, cache state
   * @param series in bytes per second
   * @param levels in bytes per second
   */
  public static TimelineData throughput(
      String name,
      String subtitle,
      List<Series> series,
      List<Level> levels,
      @Nullable Cliff cliff,
      String caption) {
    double fastest =
        series.stream().flatMap(s -> s.points().stream()).mapToDouble(Point::y).max().orElse(0);
    RateUnit unit = RateUnit.forFastest(fastest);
    int points = series.stream().mapToInt(s -> s.points().size()).sum();
    boolean thin = series.stream().anyMatch(s -> s.points().size() > MOST_POINTS);
    String thinned = thin ? ", drawn as the least and the most of neighbours" : "";
    String marked = cliff == null ? "" : " Dotted: the cliff, " + cliff.text() + ".";
    return new TimelineData(
        name,
        "Throughput over time",
        subtitle,
        "time in s",
        "throughput in " + unit,
        series.stream().map(s -> s.thinned().in(unit)).toList(),
        levels.stream().map(level -> level.in(unit)).toList(),
        cliff,
        List.of(
            ("N = "
                    + points
                    + (points == 1 ? " point" : " points")
                    + thinned
                    + "."
                    + marked
                    + " "
                    + caption)
                .strip()));
  }

  /** Points from left to right, at least one. */
  public record Series(String label, List<Point> points) {
    public Series {
      points = List.copyOf(points);
      if (points.isEmpty()) {
        throw new IllegalArgumentException("a series without a point: " + label);
      }
      for (int i = 1; i < points.size(); i++) {
        if (points.get(i).x() < points.get(i - 1).x()) {
          throw new IllegalArgumentException(label + " goes back at " + points.get(i));
        }
      }
    }

    Series in(RateUnit unit) {
      return new Series(label, points.stream().map(p -> new Point(p.x(), unit.of(p.y()))).toList());
    }

    /** At most {@value TimelineData#MOST_POINTS} points, which have every dip and peak. */
    Series thinned() {
      if (points.size() <= MOST_POINTS) {
        return this;
      }
      int groups = MOST_POINTS / 2;
      List<Point> kept = new ArrayList<>();
      for (int group = 0; group < groups; group++) {
        int from = (int) ((long) group * points.size() / groups);
        int to = (int) ((long) (group + 1) * points.size() / groups);
        List<Point> neighbours = points.subList(from, to);
        Point least = neighbours.stream().min(Comparator.comparingDouble(Point::y)).orElseThrow();
        Point most = neighbours.stream().max(Comparator.comparingDouble(Point::y)).orElseThrow();
        kept.add(least.x() <= most.x() ? least : most);
        kept.add(least.x() <= most.x() ? most : least);
      }
      return new Series(label, kept);
    }
  }

  /**
   * One value.
   *
   * @param x seconds since the start, or the number of a round
   */
  public record Point(double x, double y) {}

  /**
   * A value that holds for a while.
   *
   * @param from of x
   * @param to of x
   * @param range the band about y that is shaded; null for none
   */
  public record Level(String label, double from, double to, double y, @Nullable Range range) {
    public Level {
      if (!(from < to)) {
        throw new IllegalArgumentException(label + " lasts from " + from + " to " + to);
      }
    }

    Level in(RateUnit unit) {
      Range inUnit = range == null ? null : new Range(unit.of(range.low()), unit.of(range.high()));
      return new Level(label, from, to, unit.of(y), inUnit);
    }
  }

  /**
   * Where a device slows down for good: its write cache is full, its credit spent, or it is hot.
   *
   * @param seconds since the start
   * @param bytes moved until then
   */
  public record Cliff(double seconds, long bytes) {
    public Cliff {
      if (!(seconds >= 0) || bytes < 0) {
        throw new IllegalArgumentException("a cliff after " + seconds + " s, " + bytes + " bytes");
      }
    }

    /** {@code after 41.5 s and 20.3GiB}. */
    String text() {
      return "after %s s and %s".formatted(Figures.threeDigits(seconds), ByteSize.format(bytes));
    }
  }
}
