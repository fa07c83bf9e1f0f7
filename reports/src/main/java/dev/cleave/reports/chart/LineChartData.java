package dev.cleave.reports.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Series of points over whole numbers.
 *
 * @param legendTitle what tells the series apart
 * @param reference a horizontal line to compare with; null for none
 */
public record LineChartData(
    String name,
    String title,
    String subtitle,
    String xTitle,
    String yTitle,
    String legendTitle,
    List<Series> series,
    @Nullable Reference reference,
    List<String> caption)
    implements ChartData {
  public LineChartData {
    series = List.copyOf(series);
    caption = List.copyOf(caption);
    if (series.isEmpty()) {
      throw new IllegalArgumentException("a chart without a series: " + name);
    }
  }

  /** Points from left to right, at least one. */
  public record Series(String label, List<Point> points) {
    public Series {
      points = List.copyOf(points);
      if (points.isEmpty()) {
        throw new IllegalArgumentException("a series without a point: " + label);
      }
    }
  }

  /**
   * One mean.
   *
   * @param range the interval about y; null where there are too few samples
   */
  public record Point(int x, double y, @Nullable Range range) {}

  public record Reference(String label, double y) {}
}
