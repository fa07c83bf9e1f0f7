package dev.cleave.reports.chart;

import dev.cleave.reports.chart.HeatMapData.Cell;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.style.HeatMapStyler;
import org.knowm.xchart.style.Styler.ChartTheme;

/** XChart's heat map, with labels and marks drawn over its cells. */
final class HeatMapPlot extends HeatMapChart {
  private static final int ROW_HEIGHT = 46;
  private static final int AXIS_HEIGHT = 76;

  /** Room for the title of the y axis. */
  private static final int LEAST_HEIGHT = 100;

  /**
   * The ramp spans at least this share of the fastest value: colours over the range of the values
   * alone would make a dramatic picture of noise.
   */
  private static final double LEAST_SPAN = 0.3;

  private final HeatMapData data;
  private final ChartFont font;
  private final double slowest;
  private final double fastest;

  HeatMapPlot(HeatMapData data, ChartFont font) {
    super(FramedChart.WIDTH, height(data), ChartTheme.Matlab);
    this.data = data;
    this.font = font;
    this.fastest = data.cells().stream().mapToDouble(Cell::value).max().orElseThrow();
    double least = data.cells().stream().mapToDouble(Cell::value).min().orElseThrow();
    this.slowest = Math.min(least, fastest * (1 - LEAST_SPAN));
    setXAxisTitle(data.xTitle());
    setYAxisTitle(data.yTitle());
    addSeries(data.title(), data.columns(), data.rows(), values(data.cells()));
    style(getStyler());
  }

  private static int height(HeatMapData data) {
    return AXIS_HEIGHT + Math.max(LEAST_HEIGHT, ROW_HEIGHT * data.rows().size());
  }

  private static List<Number[]> values(List<Cell> cells) {
    return cells.stream()
        .map(cell -> new Number[] {cell.column(), cell.row(), cell.value()})
        .toList();
  }

  private void style(HeatMapStyler style) {
    PlotStyle.apply(style, font);
    style.setLegendVisible(false);
    style.setShowValue(false);
    style.setPlotContentSize(1);
    style.setPlotGridLinesVisible(false);
    style.setPlotTicksMarksVisible(false);
    style.setAxisTicksMarksVisible(false);
    style.setXAxisTickMarkSpacingHint(1); // or it leaves out labels of close rows and columns
    style.setMin(slowest);
    style.setMax(fastest);
    style.setRangeColors(Palette.RAMP.toArray(Color[]::new));
  }

  @Override
  public void paint(Graphics2D g, int width, int height) {
    super.paint(g, width, height);
    Rectangle2D plotArea = plot.getBounds();
    paintGaps(g, plotArea);
    data.cells().forEach(cell -> paintLabel(g, cell, place(cell, plotArea)));
    data.cells().forEach(cell -> paintMark(g, cell.mark(), place(cell, plotArea)));
  }

  /** Combinations without a sample, so that white isn't taken for the slowest colour. */
  private void paintGaps(Graphics2D g, Rectangle2D plotArea) {
    for (int column = 0; column < data.columns().size(); column++) {
      for (int row = 0; row < data.rows().size(); row++) {
        if (isGap(column, row)) {
          Rectangle2D gap = place(column, row, plotArea);
          g.setColor(Palette.GAP);
          g.fill(gap);
          double y = gap.getCenterY() + 4;
          Text.drawCentred(g, "not sampled", font.size(10), Palette.QUIET, gap.getCenterX(), y);
        }
      }
    }
  }

  private boolean isGap(int column, int row) {
    return data.cells().stream().noneMatch(c -> c.column() == column && c.row() == row);
  }

  private Rectangle2D place(Cell cell, Rectangle2D plotArea) {
    return place(cell.column(), cell.row(), plotArea);
  }

  private Rectangle2D place(int column, int row, Rectangle2D plotArea) {
    double width = plotArea.getWidth() / data.columns().size();
    double height = plotArea.getHeight() / data.rows().size();
    return new Rectangle2D.Double(
        plotArea.getX() + column * width, plotArea.getMaxY() - (row + 1) * height, width, height);
  }

  private void paintLabel(Graphics2D g, Cell cell, Rectangle2D place) {
    Color color = Palette.textOn(Palette.ramp((cell.value() - slowest) / (fastest - slowest)));
    double x = place.getCenterX();
    double y = place.getCenterY();
    Text.drawCentred(g, cell.label(), font.bold(13.5), color, x, y);
    Text.drawCentred(g, cell.note(), font.size(10), color, x, y + 15);
  }

  /** A frame in white and dark, which stands out on every colour of the ramp. */
  private static void paintMark(Graphics2D g, Mark mark, Rectangle2D place) {
    if (mark == Mark.NONE) {
      return;
    }
    Rectangle2D frame =
        new Rectangle2D.Double(
            place.getX() + 3, place.getY() + 3, place.getWidth() - 6, place.getHeight() - 6);
    g.setColor(Color.WHITE);
    g.setStroke(new BasicStroke(mark == Mark.CHOSEN ? 5 : 3));
    g.draw(frame);
    g.setColor(Palette.TEXT);
    g.setStroke(mark == Mark.CHOSEN ? new BasicStroke(3) : dashed());
    g.draw(frame);
  }

  private static BasicStroke dashed() {
    return new BasicStroke(
        1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {5, 4}, 0);
  }
}
