package dev.cleave.reports.chart;

import dev.cleave.reports.chart.LineChartData.Point;
import dev.cleave.reports.chart.LineChartData.Series;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * XChart's lines, with the points of one x side by side, error bars of unequal arms, and labels at
 * whole numbers only: XChart's own labels of the x axis follow the data or decimal steps.
 */
final class LinePlot extends XYChart {
  private static final int HEIGHT = 400;

  /** Pixels that a label of the x axis needs with the room around it. */
  private static final int LABEL_WIDTH = 34;

  /** Half the width of an error bar's end, as a share of the axis. */
  private static final double CAP = 0.0035;

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

  private final LineChartData data;
  private final ChartFont font;
  private final int leastX;
  private final int mostX;

  LinePlot(LineChartData data, ChartFont font) {
    this(data, font, HEIGHT);
    getStyler().setLegendVisible(true);
  }

  /** Without a legend. */
  LinePlot(LineChartData data, ChartFont font, int height) {
    super(FramedChart.WIDTH, height, ChartTheme.Matlab);
    this.data = data;
    this.font = font;
    this.leastX = points(data).mapToInt(Point::x).min().orElseThrow();
    this.mostX = points(data).mapToInt(Point::x).max().orElseThrow();
    setXAxisTitle(data.xTitle());
    setYAxisTitle(data.yTitle());
    style(getStyler());
    addReference();
    for (int index = 0; index < data.series().size(); index++) {
      addSeries(index);
    }
  }

  @Override
  public void paint(Graphics2D g, int width, int height) {
    super.paint(g, width, height);
    Rectangle2D plotArea = plot.getBounds();
    double zero = getScreenYFromChart(0);
    g.setColor(Palette.QUIET);
    g.setStroke(new BasicStroke(1));
    g.draw(new Line2D.Double(plotArea.getX(), zero, plotArea.getMaxX(), zero));
    int step = step(plotArea.getWidth());
    for (int x = leastX; x <= mostX; x += step) {
      double centre = getScreenXFromChart(x);
      g.draw(new Line2D.Double(centre, zero, centre, zero + 5));
      String label = String.valueOf(x);
      Text.drawCentred(g, label, font.size(12), Palette.TEXT, centre, zero + 19);
    }
  }

  /** From one label to the next: 1, 2, 5, 10 and so on, so that they don't overlap. */
  private int step(double width) {
    int most = Math.max(1, (int) (width / LABEL_WIDTH));
    int step = 1;
    for (int times = 0; (mostX - leastX) / step >= most; times++) {
      step = times % 3 == 1 ? step * 5 / 2 : step * 2;
    }
    return step;
  }

  private void style(XYStyler style) {
    PlotStyle.apply(style, font);
    style.setPlotContentSize(0.96); // at 1 the label of zero is left out
    style.setPlotTicksMarksVisible(false);
    style.setAxisTicksMarksVisible(false);
    style.setLegendVisible(false);
    style.setLegendPosition(LegendPosition.OutsideE);
    style.setLegendSeriesLineLength(26);
    style.setMarkerSize(8);
    style.setAxisTitlePadding(16);
    style.setYAxisLabelAlignment(TextAlignment.Right);
    style.setPlotGridVerticalLinesVisible(false);
    style.setXAxisMin(leastX - 0.5);
    style.setXAxisMax(mostX + 0.5);
    style.setYAxisMin(0.0);
    double highest = highest(data) * 1.04;
    style.setYAxisMax(highest);
    style.setXAxisTickLabelsFormattingFunction(_ -> " "); // keeps the room for ours
    int decimals = highest >= 20 ? 0 : highest >= 2 ? 1 : highest >= 0.2 ? 2 : 3;
    boolean isCount = points(data).mapToDouble(Point::y).allMatch(y -> y == Math.rint(y));
    style.setYAxisTickLabelsFormattingFunction(
        value ->
            String.format(
                Locale.ROOT,
                "%." + (isCount && value == Math.rint(value) ? 0 : decimals) + "f",
                value));
  }

  private void addSeries(int index) {
    Series series = data.series().get(index);
    double shift = shift(index, data.series().size());
    Color color = Palette.SERIES.get(index % Palette.SERIES.size());
    addBars(series, shift, color);
    double[] x = series.points().stream().mapToDouble(point -> point.x() + shift).toArray();
    double[] y = series.points().stream().mapToDouble(Point::y).toArray();
    XYSeries line = addSeries(data.legendTitle() + " " + series.label(), x, y);
    line.setLineColor(color);
    line.setLineStyle(new BasicStroke(1.8f));
    line.setMarker(MARKERS.get(index % MARKERS.size()));
    line.setMarkerColor(color);
  }

  /** Points of one x lie within three quarters of the distance to the next one. */
  private static double shift(int index, int count) {
    double step = Math.min(0.12, 0.72 / count);
    return (index - (count - 1) / 2.0) * step;
  }

  /** One unbroken path would join the bars: NaN ends a line in XChart. */
  private void addBars(Series series, double shift, Color color) {
    double cap = CAP * (mostX - leastX + 1);
    double highest = highest(data);
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (Point point : series.points()) {
      Range range = point.range();
      if (range != null) {
        double middle = point.x() + shift;
        double high = Math.min(range.high(), highest);
        double arrow = range.high() > highest ? 0.03 * highest : 0;
        addLine(x, y, middle, range.low(), middle, high);
        addLine(x, y, middle - cap, range.low(), middle + cap, range.low());
        addLine(x, y, middle - cap, high - arrow, middle, high);
        addLine(x, y, middle, high, middle + cap, high - arrow);
      }
    }
    if (!x.isEmpty()) {
      XYSeries bars = addSeries("bars of " + series.label(), x, y);
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

  private void addReference() {
    if (data.reference() != null) {
      double[] x = {leastX - 0.5, mostX + 0.5};
      double[] y = {data.reference().y(), data.reference().y()};
      XYSeries line = addSeries(data.reference().label(), x, y);
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

  /** Where bars end: an interval of three noisy samples would squeeze all points. */
  private static double highest(LineChartData data) {
    double bars =
        points(data)
            .mapToDouble(point -> point.range() == null ? point.y() : point.range().high())
            .max()
            .orElseThrow();
    double points = points(data).mapToDouble(Point::y).max().orElseThrow();
    double reference = data.reference() == null ? 0 : data.reference().y();
    return Math.max(reference, Math.min(bars, 2 * Math.max(points, reference)));
  }
}
