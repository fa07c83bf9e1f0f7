package dev.cleave.reports.chart;

import dev.cleave.reports.chart.ForestData.Row;
import dev.cleave.reports.chart.ForestData.Side;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** XChart's points between a column of names and one of figures; it has no horizontal bars. */
final class ForestPlot implements IChart {
  private static final int ROW_HEIGHT = 19;
  private static final int AXIS_HEIGHT = 80;
  private static final int LEAST_ROWS = 3;
  private static final int MARGIN = 16;
  private static final int GAP = 10;
  private static final int MOST_NAME_WIDTH = 270;

  private final ForestData data;
  private final ChartFont font;
  private final double nameWidth;
  private final double figureWidth;
  private final Points points;

  ForestPlot(ForestData data, ChartFont font) {
    this.data = data;
    this.font = font;
    this.nameWidth =
        Math.min(MOST_NAME_WIDTH, widest(data.rows().stream().map(Row::label), font.bold(11.5)));
    this.figureWidth = widest(data.rows().stream().map(Row::text), font.bold(11.5));
    this.points = new Points(data, font, (int) (FramedChart.WIDTH - nameWidth - figureWidth) - 70);
  }

  private static double widest(Stream<String> texts, Font font) {
    return texts.mapToDouble(text -> Text.width(text, font)).max().orElse(0);
  }

  static Color colour(Side side) {
    return switch (side) {
      case FASTER -> Palette.SERIES.get(0);
      case UNCLEAR -> Palette.QUIET;
      case SLOWER -> Palette.SERIES.get(1);
    };
  }

  @Override
  public void paint(Graphics2D g, int width, int height) {
    double left = MARGIN + nameWidth + GAP;
    g.translate(left, 0);
    points.paint(g, points.getWidth(), height);
    g.translate(-left, 0);
    double right = left + points.getWidth() + GAP;
    for (int index = 0; index < data.rows().size(); index++) {
      Row row = data.rows().get(index);
      Font rowFont = row.mark() == Mark.NONE ? font.size(11.5) : font.bold(11.5);
      double y = points.screenY(index) + 4;
      String label = Text.fitting(row.label(), rowFont, nameWidth);
      double x = MARGIN + nameWidth - Text.width(label, rowFont);
      Text.draw(g, label, rowFont, Palette.TEXT, x, y);
      Text.draw(g, row.text(), rowFont, Palette.TEXT, right, y);
    }
  }

  @Override
  public int getWidth() {
    return FramedChart.WIDTH;
  }

  @Override
  public int getHeight() {
    return height(data);
  }

  private static int height(ForestData data) {
    return AXIS_HEIGHT + ROW_HEIGHT * Math.max(LEAST_ROWS, data.rows().size());
  }

  @Override
  public String getTitle() {
    return data.title();
  }

  /** The plot itself: row i at the height -i. */
  private static final class Points extends XYChart {
    private final ForestData data;
    private final double least;
    private final double most;

    Points(ForestData data, ChartFont font, int width) {
      super(width, height(data), ChartTheme.Matlab);
      this.data = data;
      // An interval of three noisy samples would squeeze all others.
      double widest = 1.5 * data.rows().stream().mapToDouble(Row::ratio).max().orElseThrow();
      this.most = Math.min(ends(data).max().orElseThrow(), widest) + 0.02;
      this.least = Math.max(0, ends(data).min().orElseThrow() - 0.02);
      setXAxisTitle(data.xTitle());
      style(getStyler(), font);
      for (Side side : Side.values()) {
        addSide(side);
      }
    }

    private static DoubleStream ends(ForestData data) {
      DoubleStream rows =
          data.rows().stream()
              .flatMapToDouble(
                  row ->
                      row.range() == null
                          ? DoubleStream.of(row.ratio())
                          : DoubleStream.of(row.ratio(), row.range().low(), row.range().high()));
      return DoubleStream.concat(rows, DoubleStream.of(data.least(), data.most()));
    }

    private void style(XYStyler style, ChartFont font) {
      PlotStyle.apply(style, font);
      style.setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
      style.setLegendVisible(false);
      style.setPlotContentSize(1);
      style.setMarkerSize(8);
      style.setPlotGridHorizontalLinesVisible(false);
      style.setPlotTicksMarksVisible(false);
      style.setYAxisTicksVisible(false);
      style.setYAxisTitleVisible(false);
      style.setYAxisMin(0.5 - data.rows().size());
      style.setYAxisMax(0.5);
      style.setXAxisMin(least);
      style.setXAxisMax(most);
      style.setXAxisTickMarkSpacingHint(90);
      style.setXAxisTickLabelsFormattingFunction(x -> String.format(Locale.ROOT, "%.2f", x));
    }

    private void addSide(Side side) {
      List<Integer> indices =
          Stream.iterate(0, i -> i + 1)
              .limit(data.rows().size())
              .filter(i -> data.rows().get(i).side() == side)
              .toList();
      if (indices.isEmpty()) {
        return;
      }
      XYSeries series =
          addSeries(
              side.toString(),
              indices.stream().mapToDouble(i -> data.rows().get(i).ratio()).toArray(),
              indices.stream().mapToDouble(i -> -i).toArray());
      series.setMarker(SeriesMarkers.DIAMOND);
      series.setMarkerColor(colour(side));
    }

    /** XChart's own answer is wrong while it hides the axis. */
    double screenY(int index) {
      Rectangle2D area = plot.getBounds();
      return area.getY() + (index + 0.5) / data.rows().size() * area.getHeight();
    }

    @Override
    public void paint(Graphics2D g, int width, int height) {
      super.paint(g, width, height);
      Rectangle2D area = plot.getBounds();
      double low = screenX(data.least());
      double high = screenX(data.most());
      g.setColor(new Color(0x16000000, true));
      g.fill(new Rectangle2D.Double(low, area.getY(), high - low, area.getHeight()));
      g.setColor(Palette.QUIET);
      g.setStroke(new BasicStroke(1));
      double one = screenX(1);
      g.draw(new Line2D.Double(one, area.getY(), one, area.getMaxY()));
      for (int index = 0; index < data.rows().size(); index++) {
        paintRange(g, data.rows().get(index), screenY(index));
      }
    }

    private void paintRange(Graphics2D g, Row row, double y) {
      Range range = row.range();
      if (range == null) {
        return;
      }
      double low = screenX(range.low());
      double high = screenX(range.high());
      g.setColor(colour(row.side()));
      g.setStroke(new BasicStroke(1.6f));
      g.draw(new Line2D.Double(low, y, high, y));
      paintEnd(g, low, y, range.low() < least ? 5 : 0);
      paintEnd(g, high, y, range.high() > most ? -5 : 0);
    }

    /** A bar across, or the head of an arrow where the interval goes on beyond the plot. */
    private static void paintEnd(Graphics2D g, double x, double y, double arrow) {
      g.draw(new Line2D.Double(x + arrow, y - 3, x, arrow == 0 ? y + 3 : y));
      if (arrow != 0) {
        g.draw(new Line2D.Double(x + arrow, y + 3, x, y));
      }
    }

    private double screenX(double ratio) {
      Rectangle2D area = plot.getBounds();
      double share = (Math.clamp(ratio, least, most) - least) / (most - least);
      return area.getX() + share * area.getWidth();
    }
  }
}
