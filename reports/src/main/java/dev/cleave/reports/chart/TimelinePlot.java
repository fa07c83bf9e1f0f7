package dev.cleave.reports.chart;

import dev.cleave.reports.chart.TimelineData.Level;
import dev.cleave.reports.chart.TimelineData.Point;
import dev.cleave.reports.chart.TimelineData.Series;
import dev.cleave.reports.text.Figures;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** XChart's lines over time, the bands of levels shaded, the cliff a dotted line down the plot. */
final class TimelinePlot extends XYChart {
  private static final int HEIGHT = 400;
  private static final int FEW = 60;
  private static final Color BAND = new Color(0x1C000000, true);

  private final TimelineData data;
  private final double leastX;
  private final double mostX;
  private final double mostY;

  TimelinePlot(TimelineData data, ChartFont font) {
    super(FramedChart.WIDTH, HEIGHT, ChartTheme.Matlab);
    this.data = data;
    DoubleStream.Builder xs = DoubleStream.builder();
    DoubleStream.Builder ys = DoubleStream.builder();
    for (Series series : data.series()) {
      for (Point point : series.points()) {
        xs.add(point.x());
        ys.add(point.y());
      }
    }
    for (Level level : data.levels()) {
      xs.add(level.from()).add(level.to());
      ys.add(level.range() == null ? level.y() : level.range().high());
    }
    var x = xs.build().summaryStatistics();
    double room = x.getMax() > x.getMin() ? 0.02 * (x.getMax() - x.getMin()) : 1;
    this.leastX = Math.max(0, x.getMin() - room);
    this.mostX = x.getMax() + room;
    this.mostY = 1.06 * Math.max(ys.build().max().orElseThrow(), Double.MIN_NORMAL);
    setXAxisTitle(data.xTitle());
    setYAxisTitle(data.yTitle());
    style(getStyler(), font);
    for (int index = 0; index < data.series().size(); index++) {
      add(data.series().get(index), Palette.SERIES.get(index % Palette.SERIES.size()));
    }
    for (int index = 0; index < data.levels().size(); index++) {
      addLevel(data.levels().get(index), data.series().size() + index);
    }
    addCliff();
  }

  private void style(XYStyler style, ChartFont font) {
    PlotStyle.apply(style, font);
    style.setPlotContentSize(0.999); // at 1 the label of zero is left out
    style.setPlotTicksMarksVisible(false);
    style.setLegendPosition(LegendPosition.OutsideE);
    style.setLegendSeriesLineLength(26);
    style.setAxisTitlePadding(16);
    style.setYAxisLabelAlignment(TextAlignment.Right);
    style.setPlotGridVerticalLinesVisible(false);
    style.setMarkerSize(5);
    style.setXAxisMin(leastX);
    style.setXAxisMax(mostX);
    style.setXAxisMaxLabelCount(10);
    style.setYAxisMin(0.0);
    style.setYAxisMax(mostY);
    style.setXAxisTickLabelsFormattingFunction(TimelinePlot::plain);
    style.setYAxisTickLabelsFormattingFunction(y -> label(y, mostY));
  }

  private static String label(double value, double most) {
    int decimals = most >= 20 ? 0 : most >= 2 ? 1 : most >= 0.2 ? 2 : 3;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** Without decimals where there are none: rounds have whole numbers. */
  private static String plain(double x) {
    return BigDecimal.valueOf(x)
        .setScale(2, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  private void add(Series series, Color color) {
    double[] x = series.points().stream().mapToDouble(Point::x).toArray();
    double[] y = series.points().stream().mapToDouble(Point::y).toArray();
    XYSeries line = addSeries(series.label(), x, y);
    line.setLineColor(color);
    line.setLineStyle(new BasicStroke(1.4f));
    line.setMarker(x.length <= FEW ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
    line.setMarkerColor(color);
  }

  /** The key of a line is its place: two levels may have the same label. */
  private void addLevel(Level level, int place) {
    double[] x = {level.from(), level.to()};
    double[] y = {level.y(), level.y()};
    XYSeries line = addSeries("level " + place, x, y);
    line.setLabel(level.label() + "\n" + Figures.threeDigits(level.y()));
    line.setLineColor(Palette.SERIES.get(place % Palette.SERIES.size()));
    line.setLineStyle(dashed(2.4f, 9, 5));
    line.setMarker(SeriesMarkers.NONE);
  }

  private void addCliff() {
    if (data.cliff() != null) {
      double[] x = {data.cliff().seconds(), data.cliff().seconds()};
      XYSeries line = addSeries("cliff", x, new double[] {0, mostY});
      line.setLabel("cliff\n" + data.cliff().text().replace(" and ", "\nand "));
      line.setLineColor(Palette.TEXT);
      line.setLineStyle(dashed(2, 2, 4));
      line.setMarker(SeriesMarkers.NONE);
    }
  }

  static BasicStroke dashed(float width, float on, float off) {
    float[] dashes = {on, off};
    return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dashes, 0);
  }

  @Override
  public void paint(Graphics2D g, int width, int height) {
    super.paint(g, width, height);
    g.setColor(BAND);
    for (Level level : data.levels()) {
      if (level.range() != null) {
        double left = getScreenXFromChart(level.from());
        double right = getScreenXFromChart(level.to());
        double top = getScreenYFromChart(level.range().high());
        double bottom = getScreenYFromChart(Math.max(0, level.range().low()));
        g.fill(new Rectangle2D.Double(left, top, right - left, bottom - top));
      }
    }
  }
}
