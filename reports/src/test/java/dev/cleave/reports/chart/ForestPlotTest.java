package dev.cleave.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.intermediate.commands.DrawShapeCommand;
import dev.cleave.reports.chart.ForestData.Row;
import dev.cleave.reports.chart.ForestData.Side;
import java.awt.geom.Line2D;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.internal.chartpart.IChart;

class ForestPlotTest {
  private static final ChartRenderer RENDERER = ChartRenderer.headless();

  @Test
  void anIntervalThatLeavesThePlotEndsInTheHeadOfAnArrow() {
    assertThat(slantingLines(new Range(0.8, 1.4))).isZero();
    assertThat(slantingLines(new Range(0.8, 11.4))).isEqualTo(2);
  }

  private static long slantingLines(Range range) {
    var row = new Row("a", 1.1, range, Side.UNCLEAR, Mark.NONE, "1.10");
    var data = new ForestData("f", "title", "s", "ratio", "", 0.03, List.of(row), List.of("N = 3"));
    IChart chart = RENDERER.framed(data);
    VectorGraphics2D graphics = new VectorGraphics2D();
    chart.paint(graphics, chart.getWidth(), chart.getHeight());
    long slanting = 0;
    for (var command : graphics.getCommands()) {
      if (command instanceof DrawShapeCommand draw
          && draw.getValue() instanceof Line2D line
          && line.getX1() != line.getX2()
          && line.getY1() != line.getY2()) {
        slanting++;
      }
    }
    return slanting;
  }
}
