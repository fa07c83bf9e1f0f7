package dev.cleave.reports.chart;

import dev.cleave.reports.chart.LineChartData.Point;
import dev.cleave.reports.chart.LineChartData.Reference;
import dev.cleave.reports.chart.LineChartData.Series;
import dev.cleave.reports.chart.RaceData.Look;
import java.awt.Graphics2D;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.internal.chartpart.IChart;

/** The two panels of a race, one below the other. */
final class RacePlot implements IChart {
  private static final int PANEL_HEIGHT = 220;

  private final RaceData data;
  private final List<LinePlot> panels;

  RacePlot(RaceData data, ChartFont font) {
    this.data = data;
    this.panels =
        List.of(
            new LinePlot(panel(data, data.yTitle(), Look::survivors, null), font, PANEL_HEIGHT),
            new LinePlot(
                panel(
                    data,
                    data.boundTitle(),
                    look -> 100 * look.bound(),
                    new Reference("margin", 100 * data.margin())),
                font,
                PANEL_HEIGHT));
  }

  private static LineChartData panel(
      RaceData data, String title, ToDoubleFunction<Look> value, @Nullable Reference reference) {
    List<Point> points =
        data.looks().stream()
            .map(look -> new Point(look.round(), value.applyAsDouble(look), null))
            .toList();
    return new LineChartData(
        data.name(),
        data.title(),
        data.subtitle(),
        data.xTitle(),
        title,
        "",
        List.of(new Series(title, points)),
        reference,
        List.of());
  }

  @Override
  public void paint(Graphics2D g, int width, int height) {
    for (int index = 0; index < panels.size(); index++) {
      g.translate(0, index * PANEL_HEIGHT);
      panels.get(index).paint(g, width, PANEL_HEIGHT);
      g.translate(0, -index * PANEL_HEIGHT);
    }
  }

  @Override
  public int getWidth() {
    return FramedChart.WIDTH;
  }

  @Override
  public int getHeight() {
    return panels.size() * PANEL_HEIGHT;
  }

  @Override
  public String getTitle() {
    return data.title();
  }
}
