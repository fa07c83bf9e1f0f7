package dev.cleave.reports.chart;

import dev.cleave.reports.chart.PercentilesData.Bound;
import dev.cleave.reports.chart.PercentilesData.Point;
import dev.cleave.reports.chart.PercentilesData.Series;
import dev.cleave.reports.text.Durations;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** XChart's lines over the number of nines, which are labelled by us. */
final class PercentilesPlot extends XYChart {
  private static final int HEIGHT = 400;
  private static final double ROOM = 0.15;

  /** The percentiles that get a label where the curves reach them. */
  private static final List<Double> TICKS = List.of(50.0, 90.0, 99.0, 99.9, 99.99, 99.999);

  private static final List<Marker> MARKERS =
      List.of(SeriesMarkers.CIRCLE, SeriesMarkers.SQUARE, SeriesMarkers.DIAMOND);

  private final ChartFont font;
  private final double leastX;
  private final double mostX;

  PercentilesPlot(PercentilesData data, ChartFont font) {
    super(FramedChart.WIDTH, HEIGHT, ChartTheme.Matlab);
    this.font = font;
    this.leastX = Math.min(Point.nines(50), nines(data).min().orElseThrow()) - ROOM;
    this.mostX = Math.max(Point.nines(99), nines(data).max().orElseThrow()) + ROOM;
    setXAxisTitle(data.xTitle());
    setYAxisTitle(data.yTitle());
    style(getStyler(), LogScale.of(points(data).mapToDouble(Point::seconds)));
    for (int index = 0; index < data.series().size(); index++) {
      add(data.series().get(index), index);
    }
    for (int index = 0; index < data.bounds().size(); index++) {
      addBound(data.bounds().get(index), data.series().size() + index);
    }
  }

  private void style(XYStyler style, LogScale scale) {
    PlotStyle.apply(style, font);
    style.setYAxisLogarithmic(true);
    style.setPlotContentSize(0.999);
    style.setPlotTicksMarksVisible(false);
    style.setAxisTicksMarksVisible(false);
    style.setLegendPosition(LegendPosition.OutsideE);
    style.setLegendSeriesLineLength(26);
    style.setAxisTitlePadding(16);
    style.setYAxisLabelAlignment(TextAlignment.Right);
    style.setPlotGridVerticalLinesVisible(false);
    style.setMarkerSize(8);
    style.setXAxisMin(leastX);
    style.setXAxisMax(mostX);
    style.setYAxisMin(scale.low());
    style.setYAxisMax(scale.high());
    style.setXAxisTickLabelsFormattingFunction(_ -> " "); // keeps the room for ours
    style.setYAxisTickLabelsFormattingFunction(
        seconds -> Durations.power((int) Math.round(Math.log10(seconds))));
  }

  private void add(Series series, int index) {
    double[] x = series.points().stream().mapToDouble(Point::nines).toArray();
    double[] y = series.points().stream().mapToDouble(Point::seconds).toArray();
    Color color = Palette.SERIES.get(index % Palette.SERIES.size());
    XYSeries line = addSeries(series.label(), x, y);
    line.setLineColor(color);
    line.setLineStyle(new BasicStroke(1.8f));
    line.setMarker(MARKERS.get(index % MARKERS.size()));
    line.setMarkerColor(color);
  }

  private void addBound(Bound bound, int index) {
    double[] x = {bound.point().nines()};
    double[] y = {bound.point().seconds()};
    XYSeries mark = addSeries("bound " + index, x, y);
    mark.setLabel(bound.label());
    mark.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    mark.setMarker(SeriesMarkers.TRIANGLE_DOWN);
    mark.setMarkerColor(Palette.SERIES.get(index % Palette.SERIES.size()));
  }

  @Override
  public void paint(Graphics2D g, int width, int height) {
    super.paint(g, width, height);
    Rectangle2D area = plot.getBounds();
    g.setStroke(new BasicStroke(1));
    for (double percentile : TICKS) {
      double nines = Point.nines(percentile);
      if (nines >= leastX && nines <= mostX) {
        double x = area.getX() + (nines - leastX) / (mostX - leastX) * area.getWidth();
        g.setColor(Palette.QUIET);
        g.draw(new Line2D.Double(x, area.getMaxY(), x, area.getMaxY() + 5));
        String label = PercentilesData.percentileName(percentile);
        Text.drawCentred(g, label, font.size(12), Palette.TEXT, x, area.getMaxY() + 19);
      }
    }
  }

  private static DoubleStream nines(PercentilesData data) {
    return points(data).mapToDouble(Point::nines);
  }

  private static Stream<Point> points(PercentilesData data) {
    return Stream.concat(
        data.series().stream().flatMap(series -> series.points().stream()),
        data.bounds().stream().map(Bound::point));
  }
}
