package dev.cleave.reports.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;

/**
 * Text as shapes, as XChart draws it: an SVG then looks the same wherever it is opened, whatever
 * fonts there are.
 */
final class Text {
  private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);

  /** Smaller text can't be read. */
  static final double LEAST_PIXELS = 9;

  private Text() {}

  static double width(String text, Font font) {
    return text.isBlank() ? 0 : new TextLayout(text, font, METRICS).getAdvance();
  }

  /**
   * Draws with the baseline at y, from x on.
   *
   * @throws IllegalArgumentException if the font is below {@value #LEAST_PIXELS} px
   */
  static void draw(Graphics2D g, String text, Font font, Color color, double x, double y) {
    if (font.getSize2D() < LEAST_PIXELS) {
      throw new IllegalArgumentException("text of " + font.getSize2D() + " px: " + text);
    }
    if (!text.isBlank()) {
      g.setColor(color);
      TextLayout layout = new TextLayout(text, font, METRICS);
      g.fill(layout.getOutline(AffineTransform.getTranslateInstance(x, y)));
    }
  }

  static void drawCentred(Graphics2D g, String text, Font font, Color color, double x, double y) {
    draw(g, text, font, color, x - width(text, font) / 2, y);
  }

  /** The text, or as much of it as fits with an ellipsis behind it. */
  static String fitting(String text, Font font, double width) {
    String fitting = text;
    while (fitting.length() > 1
        && width(fitting + (fitting.equals(text) ? "" : "…"), font) > width) {
      fitting = fitting.substring(0, fitting.length() - 1);
    }
    return fitting.equals(text) ? text : fitting + "…";
  }

  /** The text in lines no wider than {@code width}, broken at spaces. */
  static List<String> wrapped(String text, Font font, double width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && width(longer, font) > width) {
        lines.add(line);
        longer = word;
      }
      line = longer;
    }
    lines.add(line);
    return lines;
  }
}
