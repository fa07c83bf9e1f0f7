package dev.cleave.reports.chart;

import java.util.List;

/**
 * Single measurements in the order in which they were made.
 *
 * @param series those that matter most last, so that they are drawn over the others
 */
public record ScatterData(
    String name,
    String title,
    String subtitle,
    String xTitle,
    String yTitle,
    List<Series> series,
    List<String> caption)
    implements ChartData {
  public ScatterData {
    series = List.copyOf(series);
    caption = List.copyOf(caption);
    if (series.isEmpty()) {
      throw new IllegalArgumentException("a chart without a series: " + name);
    }
  }

  /**
   * Points from left to right, at least one.
   *
   * @param background whether they are only what the others are seen against
   */
  public record Series(String label, boolean background, List<Point> points) {
    public Series {
      points = List.copyOf(points);
      if (points.isEmpty()) {
        throw new IllegalArgumentException("a series without a point: " + label);
      }
    }
  }

  /**
   * One measurement.
   *
   * @param x its place in the order, from 1 on
   * @param sample its index in the run's samples
   */
  public record Point(int x, double y, int sample) {}
}
