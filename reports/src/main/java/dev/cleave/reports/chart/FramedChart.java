package dev.cleave.reports.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.List;
import org.knowm.xchart.internal.chartpart.IChart;

/** A plot with its title and subtitle above and its caption below. */
final class FramedChart implements IChart {
  static final int WIDTH = 820;

  private static final int MARGIN = 16;
  private static final int HEADER = 58;
  private static final int CAPTION_LINE = 16;

  private final IChart plot;
  private final ChartData data;
  private final ChartFont font;
  private final List<String> caption;

  FramedChart(IChart plot, ChartData data, ChartFont font) {
    this.plot = plot;
    this.data = data;
    this.font = font;
    this.caption =
        data.caption().stream()
            .flatMap(line -> Text.wrapped(line, captionFont(), WIDTH - 2 * MARGIN).stream())
            .toList();
  }

  @Override
  public void paint(Graphics2D g, int width, int height) {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(Palette.BACKGROUND);
    g.fillRect(0, 0, width, height);
    Text.draw(g, data.title(), font.bold(16), Palette.TEXT, MARGIN, 28);
    Text.draw(g, data.subtitle(), font.size(12.5), Palette.QUIET, MARGIN, 48);
    g.translate(0, HEADER);
    plot.paint(g, plot.getWidth(), plot.getHeight());
    g.translate(0, -HEADER);
    int y = HEADER + plot.getHeight() + CAPTION_LINE;
    for (String line : caption) {
      Text.draw(g, line, captionFont(), Palette.QUIET, MARGIN, y);
      y += CAPTION_LINE;
    }
  }

  @Override
  public int getWidth() {
    return WIDTH;
  }

  @Override
  public int getHeight() {
    return HEADER + plot.getHeight() + CAPTION_LINE * caption.size() + MARGIN;
  }

  @Override
  public String getTitle() {
    return data.title();
  }

  private Font captionFont() {
    return font.size(11.5);
  }
}
