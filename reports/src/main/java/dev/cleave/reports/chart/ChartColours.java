package dev.cleave.reports.chart;

import java.awt.Color;
import java.util.List;

/**
 * The palette as CSS writes it, so that pictures and pages have the same colours.
 *
 * @param series of lines and points
 * @param ramp slow to fast
 */
public record ChartColours(List<String> series, List<String> ramp) {
  public static final ChartColours PALETTE =
      new ChartColours(
          Palette.SERIES.stream().map(ChartColours::css).toList(),
          Palette.RAMP.stream().map(ChartColours::css).toList());

  public ChartColours {
    series = List.copyOf(series);
    ramp = List.copyOf(ramp);
  }

  private static String css(Color color) {
    return "#%06x".formatted(color.getRGB() & 0xFFFFFF);
  }
}
