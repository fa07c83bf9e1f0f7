package dev.cleave.reports.chart;

import dev.cleave.reports.chart.HistogramData.Bucket;
import dev.cleave.reports.chart.HistogramData.Line;
import dev.cleave.reports.text.Durations;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** XChart's axes and legend; the bars are ours: it has none on a logarithmic axis of x. */
final class HistogramPlot extends XYChart {
  private static final int HEIGHT = 400;

  /** Where bars begin: below one operation, which would have no height else. */
  private static final double FLOOR = 0.5;

  private static final int LEGEND_LINE = 7;

  private final HistogramData data;
  private final LogScale seconds;
  private final double most;

  HistogramPlot(HistogramData data, ChartFont font) {
    super(FramedChart.WIDTH, HEIGHT, ChartTheme.Matlab);
    this.data = data;
    this.seconds =
        LogScale.of(
            DoubleStream.concat(
                data.buckets().stream().flatMapToDouble(b -> DoubleStream.of(b.from(), b.to())),
                data.lines().stream().mapToDouble(Line::seconds)));
    this.most = LogScale.of(counts(data)).high();
    setXAxisTitle(data.xTitle());
    setYAxisTitle(data.yTitle());
    style(getStyler(), font);
    double[] x = {seconds.low(), seconds.high()};
    XYSeries bars = addSeries("operations", x, new double[] {FLOOR, FLOOR});
    bars.setLineColor(Palette.SERIES.getFirst());
    bars.setLineStyle(new BasicStroke(LEGEND_LINE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    bars.setMarker(SeriesMarkers.NONE);
    for (int index = 0; index < data.lines().size(); index++) {
      addLine(data.lines().get(index), index);
    }
  }

  private static DoubleStream counts(HistogramData data) {
    return data.buckets().stream().mapToDouble(Bucket::count);
  }

  private void style(XYStyler style, ChartFont font) {
    PlotStyle.apply(style, font);
    style.setXAxisLogarithmic(true);
    style.setYAxisLogarithmic(true);
    style.setPlotContentSize(1);
    style.setPlotTicksMarksVisible(false);
    style.setAxisTicksMarksVisible(false);
    style.setLegendPosition(LegendPosition.OutsideE);
    style.setLegendSeriesLineLength(26);
    style.setAxisTitlePadding(16);
    style.setYAxisLabelAlignment(TextAlignment.Right);
    style.setPlotGridVerticalLinesVisible(false);
    style.setXAxisMin(seconds.low());
    style.setXAxisMax(seconds.high());
    style.setYAxisMin(FLOOR);
    style.setYAxisMax(most);
    style.setXAxisTickLabelsFormattingFunction(
        value -> Durations.power((int) Math.round(Math.log10(value))));
    style.setYAxisTickLabelsFormattingFunction(value -> String.format(Locale.ROOT, "%,.0f", value));
  }

  /** For the legend; the bars are painted over it, and it again over them. */
  private void addLine(Line line, int index) {
    double[] x = {line.seconds(), line.seconds()};
    XYSeries series = addSeries("line " + index, x, new double[] {FLOOR, most});
    series.setLabel(line.label());
    series.setLineColor(colour(index));
    series.setLineStyle(stroke(index));
    series.setMarker(SeriesMarkers.NONE);
  }

  private static Color colour(int index) {
    return Palette.SERIES.get((index + 1) % Palette.SERIES.size());
  }

  private static BasicStroke stroke(int index) {
    return TimelinePlot.dashed(2, 8 - 2 * (index % 3), 3);
  }

  @Override
  public void paint(Graphics2D g, int width, int height) {
    super.paint(g, width, height);
    Rectangle2D area = plot.getBounds();
    paintFloor(g, area);
    g.setColor(Palette.SERIES.getFirst());
    for (Bucket bucket : data.buckets()) {
      double left = x(area, bucket.from());
      double right = x(area, bucket.to());
      double top = y(area, (double) bucket.count());
      double gap = right - left > 4 ? 1 : 0;
      g.fill(new Rectangle2D.Double(left, top, right - left - gap, area.getMaxY() - top));
    }
    for (int index = 0; index < data.lines().size(); index++) {
      double x = x(area, data.lines().get(index).seconds());
      g.setColor(colour(index));
      g.setStroke(stroke(index));
      g.draw(new Line2D.Double(x, area.getY(), x, area.getMaxY()));
    }
  }

  /** Over the line that only the legend is to show. */
  private static void paintFloor(Graphics2D g, Rectangle2D area) {
    double height = LEGEND_LINE / 2.0 + 1;
    g.setColor(Palette.BACKGROUND);
    g.fill(new Rectangle2D.Double(area.getX(), area.getMaxY() - height, area.getWidth(), height));
    g.setColor(Palette.GRID);
    g.setStroke(new BasicStroke(1));
    g.draw(new Line2D.Double(area.getX(), area.getMaxY(), area.getMaxX(), area.getMaxY()));
  }

  private double x(Rectangle2D area, double value) {
    return area.getX() + seconds.share(value) * area.getWidth();
  }

  private double y(Rectangle2D area, double count) {
    double share = Math.log(count / FLOOR) / Math.log(most / FLOOR);
    return area.getMaxY() - Math.clamp(share, 0, 1) * area.getHeight();
  }
}
