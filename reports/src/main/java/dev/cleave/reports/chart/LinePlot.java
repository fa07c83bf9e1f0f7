package dev.cleave.reports.chart;

import dev.cleave.reports.chart.LineChartData.Point;
import dev.cleave.reports.chart.LineChartData.Range;
import dev.cleave.reports.chart.LineChartData.Series;
import dev.cleave.reports.text.Figures;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** XChart's lines, with the points of one x side by side and error bars of unequal arms. */
final class LinePlot {
  private static final int HEIGHT = 400;
  private static final double CAP = 0.02;

  private static final List<Marker> MARKERS =
      List.of(
          SeriesMarkers.CIRCLE,
          SeriesMarkers.SQUARE,
          SeriesMarkers.DIAMOND,
          SeriesMarkers.TRIANGLE_UP,
          SeriesMarkers.TRIANGLE_DOWN,
          SeriesMarkers.CROSS,
          SeriesMarkers.PLUS,
          SeriesMarkers.RECTANGLE);

  private LinePlot() {}

  static XYChart of(LineChartData data, ChartFont font) {
    XYChart chart = new XYChart(FramedChart.WIDTH, HEIGHT, ChartTheme.Matlab);
    chart.setXAxisTitle(data.xTitle());
    chart.setYAxisTitle(data.yTitle());
    style(chart, data, font);
    addReference(chart, data);
    for (int index = 0; index < data.series().size(); index++) {
      addSeries(chart, data, index);
    }
    return chart;
  }

  private static void style(XYChart chart, LineChartData data, ChartFont font) {
    XYStyler style = chart.getStyler();
    PlotStyle.apply(style, font);
    style.setPlotContentSize(1);
    style.setLegendPosition(LegendPosition.OutsideE);
    style.setLegendSeriesLineLength(26);
    style.setMarkerSize(8);
    style.setPlotGridVerticalLinesVisible(false);
    style.setXAxisMin(leastX(data) - 0.5);
    style.setXAxisMax(mostX(data) + 0.5);
    style.setYAxisMin(0.0);
    style.setYAxisMax(highest(data) * 1.06);
    style.setXAxisTickMarkSpacingHint(40);
    style.setXAxisTickLabelsFormattingFunction(LinePlot::wholeNumber);
    style.setYAxisTickLabelsFormattingFunction(
        value -> value == 0 ? "0" : Figures.threeDigits(value));
  }

  private static String wholeNumber(double value) {
    return value == Math.rint(value) ? String.valueOf((int) value) : " ";
  }

  private static void addSeries(XYChart chart, LineChartData data, int index) {
    Series series = data.series().get(index);
    double shift = shift(index, data.series().size());
    Color color = Palette.SERIES.get(index % Palette.SERIES.size());
    addBars(chart, series, shift, color);
    double[] x = series.points().stream().mapToDouble(point -> point.x() + shift).toArray();
    double[] y = series.points().stream().mapToDouble(Point::y).toArray();
    XYSeries line = chart.addSeries(data.legendTitle() + " " + series.label(), x, y);
    line.setLineColor(color);
    line.setLineStyle(new BasicStroke(1.8f));
    line.setMarker(MARKERS.get(index % MARKERS.size()));
    line.setMarkerColor(color);
  }

  /** Points of one x lie within a third of the distance to the next one. */
  private static double shift(int index, int count) {
    double step = Math.min(0.07, 0.36 / count);
    return (index - (count - 1) / 2.0) * step;
  }

  /** One unbroken path would join the bars: NaN ends a line in XChart. */
  private static void addBars(XYChart chart, Series series, double shift, Color color) {
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (Point point : series.points()) {
      Range range = point.range();
      if (range != null) {
        double middle = point.x() + shift;
        addLine(x, y, middle, range.low(), middle, range.high());
        addLine(x, y, middle - CAP, range.low(), middle + CAP, range.low());
        addLine(x, y, middle - CAP, range.high(), middle + CAP, range.high());
      }
    }
    if (!x.isEmpty()) {
      XYSeries bars = chart.addSeries("bars of " + series.label(), x, y);
      bars.setLineColor(color);
      bars.setLineStyle(new BasicStroke(1.2f));
      bars.setMarker(SeriesMarkers.NONE);
      bars.setShowInLegend(false);
    }
  }

  private static void addLine(
      List<Double> x, List<Double> y, double x1, double y1, double x2, double y2) {
    x.addAll(List.of(x1, x2, x2));
    y.addAll(List.of(y1, y2, Double.NaN));
  }

  private static void addReference(XYChart chart, LineChartData data) {
    if (data.reference() != null) {
      double[] x = {leastX(data) - 0.5, mostX(data) + 0.5};
      double[] y = {data.reference().y(), data.reference().y()};
      XYSeries line = chart.addSeries(data.reference().label(), x, y);
      line.setLineColor(Palette.QUIET);
      line.setLineStyle(
          new BasicStroke(
              1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {6, 4}, 0));
      line.setMarker(SeriesMarkers.NONE);
    }
  }

  private static Stream<Point> points(LineChartData data) {
    return data.series().stream().flatMap(series -> series.points().stream());
  }

  private static int leastX(LineChartData data) {
    return points(data).mapToInt(Point::x).min().orElseThrow();
  }

  private static int mostX(LineChartData data) {
    return points(data).mapToInt(Point::x).max().orElseThrow();
  }

  private static double highest(LineChartData data) {
    double points =
        points(data)
            .mapToDouble(point -> point.range() == null ? point.y() : point.range().high())
            .max()
            .orElseThrow();
    return data.reference() == null ? points : Math.max(points, data.reference().y());
  }
}
