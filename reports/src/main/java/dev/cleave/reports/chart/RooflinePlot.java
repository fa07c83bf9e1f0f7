package dev.cleave.reports.chart;

import dev.cleave.reports.chart.RooflineData.Bar;
import dev.cleave.reports.chart.RooflineData.Roof;
import dev.cleave.reports.text.Figures;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Bars between a column of names and one of figures, below lines that are labelled on top. */
final class RooflinePlot implements IChart {
  private static final int ROW_HEIGHT = 26;
  private static final int ROOF_HEIGHT = 18;
  private static final int AXIS_HEIGHT = 80;
  private static final int LEAST_ROWS = 3;
  private static final int MARGIN = 16;
  private static final int GAP = 10;
  private static final int MOST_NAME_WIDTH = 240;
  private static final Color PEER = new Color(0x8C959F);

  private final RooflineData data;
  private final List<Roof> roofs;
  private final Font names;
  private final Font ownNames;
  private final double nameWidth;
  private final Area bars;

  RooflinePlot(RooflineData data, ChartFont font) {
    this.data = data;
    // The fastest first and its text to the left of its line: so no line crosses another's text.
    this.roofs =
        data.roofs().stream().sorted(Comparator.comparingDouble(Roof::value).reversed()).toList();
    this.names = font.size(11.5);
    this.ownNames = font.bold(11.5);
    this.nameWidth =
        Math.min(MOST_NAME_WIDTH, widest(data.bars().stream().map(Bar::label), ownNames));
    double figureWidth = widest(data.bars().stream().map(Bar::text), ownNames);
    this.bars = new Area(data, font, (int) (FramedChart.WIDTH - nameWidth - figureWidth) - 70);
  }

  private static double widest(Stream<String> texts, Font font) {
    return texts.mapToDouble(text -> Text.width(text, font)).max().orElse(0);
  }

  private int header() {
    return ROOF_HEIGHT * roofs.size() + 4;
  }

  @Override
  public void paint(Graphics2D g, int width, int height) {
    double left = MARGIN + nameWidth + GAP;
    g.translate(left, header());
    bars.paint(g, bars.getWidth(), bars.getHeight());
    g.translate(-left, -header());
    for (int index = 0; index < roofs.size(); index++) {
      paintRoof(g, roofs.get(index), index, left);
    }
    double right = left + bars.getWidth() + GAP;
    for (int index = 0; index < data.bars().size(); index++) {
      Bar bar = data.bars().get(index);
      Font font = bar.own() ? ownNames : names;
      double y = header() + bars.screenY(index) + 4;
      String label = Text.fitting(bar.label(), font, nameWidth);
      Text.draw(g, label, font, Palette.TEXT, left - GAP - Text.width(label, font), y);
      Text.draw(g, bar.text(), font, Palette.TEXT, right, y);
    }
  }

  private void paintRoof(Graphics2D g, Roof roof, int index, double left) {
    double x = left + bars.screenX(roof.value());
    double top = ROOF_HEIGHT * index;
    Color color = colour(index);
    g.setColor(color);
    g.setStroke(TimelinePlot.dashed(2, 8 - 2 * (index % 3), 3));
    g.draw(new Line2D.Double(x, top + 2, x, header() + bars.bottom()));
    String label = roof.label() + " " + Figures.threeDigits(roof.value());
    double textX = Math.max(MARGIN, x - 6 - Text.width(label, names));
    Text.draw(g, label, names, Palette.TEXT, textX, top + 13);
  }

  private static Color colour(int index) {
    return Palette.SERIES.get((index + 1) % Palette.SERIES.size());
  }

  @Override
  public int getWidth() {
    return FramedChart.WIDTH;
  }

  @Override
  public int getHeight() {
    return header() + bars.getHeight();
  }

  @Override
  public String getTitle() {
    return data.title();
  }

  private static int areaHeight(RooflineData data) {
    return AXIS_HEIGHT + ROW_HEIGHT * Math.max(LEAST_ROWS, data.bars().size());
  }

  /** The plot itself, from 0 to the highest of all. */
  private static final class Area extends XYChart {
    private final RooflineData data;
    private final double most;

    Area(RooflineData data, ChartFont font, int width) {
      super(width, areaHeight(data), ChartTheme.Matlab);
      this.data = data;
      DoubleStream bars =
          data.bars().stream()
              .mapToDouble(bar -> bar.range() == null ? bar.value() : bar.range().high());
      this.most =
          1.02
              * DoubleStream.concat(bars, data.roofs().stream().mapToDouble(Roof::value))
                  .max()
                  .orElseThrow();
      setXAxisTitle(data.xTitle());
      style(getStyler(), font);
      // It is not seen: XChart labels the places of the points where they are few.
      double[] steps = steps(most);
      addSeries("steps", steps, new double[steps.length]).setMarker(SeriesMarkers.NONE);
    }

    /** 0 and then steps of 1, 2 or 5 times a power of ten, at most six. */
    private static double[] steps(double most) {
      double power = Math.pow(10, Math.floor(Math.log10(most)));
      double step =
          DoubleStream.of(0.1, 0.2, 0.5, 1, 2)
              .map(share -> share * power)
              .filter(it -> most / it < 6)
              .findFirst()
              .orElseThrow();
      return DoubleStream.iterate(0, x -> x <= most, x -> x + step).toArray();
    }

    private void style(XYStyler style, ChartFont font) {
      PlotStyle.apply(style, font);
      style.setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
      style.setLegendVisible(false);
      style.setPlotContentSize(0.999); // at 1 no label is drawn
      style.setPlotGridHorizontalLinesVisible(false);
      style.setPlotTicksMarksVisible(false);
      style.setYAxisTicksVisible(false);
      style.setYAxisTitleVisible(false);
      style.setYAxisMin(0.5 - data.bars().size());
      style.setYAxisMax(0.5);
      style.setXAxisMin(0.0);
      style.setXAxisMax(most);
      style.setXAxisTickMarkSpacingHint(30);
      int decimals = most >= 6 ? 0 : most >= 0.6 ? 1 : 2;
      style.setXAxisTickLabelsFormattingFunction(
          x -> String.format(Locale.ROOT, "%." + decimals + "f", x));
    }

    /** XChart's own answer is wrong while it hides the axis. */
    double screenY(int index) {
      Rectangle2D area = plot.getBounds();
      return area.getY() + (index + 0.5) / data.bars().size() * area.getHeight();
    }

    double screenX(double value) {
      Rectangle2D area = plot.getBounds();
      return area.getX() + Math.clamp(value / most, 0, 1) * area.getWidth();
    }

    double bottom() {
      return plot.getBounds().getMaxY();
    }

    @Override
    public void paint(Graphics2D g, int width, int height) {
      super.paint(g, width, height);
      double zero = screenX(0);
      for (int index = 0; index < data.bars().size(); index++) {
        Bar bar = data.bars().get(index);
        double y = screenY(index);
        g.setColor(bar.own() ? Palette.SERIES.getFirst() : PEER);
        g.fill(new Rectangle2D.Double(zero, y - 7, screenX(bar.value()) - zero, 14));
        if (bar.range() != null) {
          double low = screenX(bar.range().low());
          double high = screenX(bar.range().high());
          g.setColor(Palette.TEXT);
          g.setStroke(new BasicStroke(1.6f));
          g.draw(new Line2D.Double(low, y, high, y));
          g.draw(new Line2D.Double(low, y - 4, low, y + 4));
          g.draw(new Line2D.Double(high, y - 4, high, y + 4));
        }
      }
    }
  }
}
