package dev.cleave.reports.chart;

import dev.cleave.reports.chart.ScatterData.Point;
import dev.cleave.reports.chart.ScatterData.Series;
import java.awt.Color;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** XChart's points, the background ones small and grey. */
final class ScatterPlot extends XYChart {
  private static final int HEIGHT = 400;
  private static final int MANY = 2000;
  private static final int LEGEND_COLUMNS = 26;

  /** As in the heat map: less would make a dramatic picture of noise. */
  private static final double LEAST_SPAN = 0.3;

  private static final List<Marker> MARKERS =
      List.of(SeriesMarkers.CIRCLE, SeriesMarkers.SQUARE, SeriesMarkers.DIAMOND);

  ScatterPlot(ScatterData data, ChartFont font) {
    super(FramedChart.WIDTH, HEIGHT, ChartTheme.Matlab);
    setXAxisTitle(data.xTitle());
    setYAxisTitle(data.yTitle());
    style(getStyler(), data, font);
    int named = data.series().size();
    for (Series series : data.series()) {
      named--;
      add(series, named);
    }
  }

  private void style(XYStyler style, ScatterData data, ChartFont font) {
    PlotStyle.apply(style, font);
    style.setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    style.setPlotContentSize(0.96);
    style.setPlotTicksMarksVisible(false);
    style.setLegendPosition(LegendPosition.OutsideE);
    style.setAxisTitlePadding(16);
    style.setYAxisLabelAlignment(TextAlignment.Right);
    style.setPlotGridVerticalLinesVisible(false);
    style.setMarkerSize(points(data).size() > MANY ? 3 : 6);
    style.setXAxisMaxLabelCount(10);
    style.setXAxisTickLabelsFormattingFunction(x -> String.format(Locale.ROOT, "%.0f", x));
    DoubleSummaryStatistics x = points(data).stream().mapToDouble(Point::x).summaryStatistics();
    style.setXAxisMin(Math.min(x.getMin() - 1, 0));
    style.setXAxisMax(x.getMax() + 1);
    DoubleSummaryStatistics y = points(data).stream().mapToDouble(Point::y).summaryStatistics();
    double span = Math.max(y.getMax() - y.getMin(), LEAST_SPAN * y.getMax());
    double low = Math.max(0, y.getMax() - 1.08 * span);
    style.setYAxisMin(low);
    style.setYAxisMax(y.getMax() + 0.08 * span);
    int decimals = y.getMax() >= 100 ? 0 : y.getMax() >= 10 ? 1 : 2;
    style.setYAxisTickLabelsFormattingFunction(
        value -> String.format(Locale.ROOT, "%." + decimals + "f", value));
  }

  private void add(Series series, int colour) {
    double[] x = series.points().stream().mapToDouble(Point::x).toArray();
    double[] y = series.points().stream().mapToDouble(Point::y).toArray();
    XYSeries points = addSeries(series.label(), x, y);
    points.setLabel(cut(series.label()));
    Color color = Palette.SERIES.get(colour % Palette.SERIES.size());
    points.setMarker(series.background() ? SeriesMarkers.CIRCLE : marker(colour));
    points.setMarkerColor(series.background() ? Palette.FAINT : color);
  }

  private static String cut(String label) {
    return label.length() <= LEGEND_COLUMNS ? label : label.substring(0, LEGEND_COLUMNS - 1) + "…";
  }

  private static Marker marker(int index) {
    return MARKERS.get(index % MARKERS.size());
  }

  private static List<Point> points(ScatterData data) {
    return data.series().stream().flatMap(series -> series.points().stream()).toList();
  }
}
