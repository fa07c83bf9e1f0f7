package dev.cleave.reports.chart;

import java.awt.Color;
import java.util.List;

/** Colours that people with any kind of colour vision can tell apart. */
final class Palette {
  static final Color BACKGROUND = Color.WHITE;
  static final Color TEXT = new Color(0x1F2328);
  static final Color QUIET = new Color(0x57606A);
  static final Color GAP = new Color(0xF1F2F4);
  static final Color FAINT = new Color(0xA9B1BA);
  static final Color GRID = new Color(0xE3E6EA);

  /** Slow to fast; its lightness falls all the way, so that it survives a grey printer too. */
  static final List<Color> RAMP =
      List.of(
          new Color(0xF6F8D2),
          new Color(0xC9E8A9),
          new Color(0x86CFB0),
          new Color(0x48AEBB),
          new Color(0x2E82B0),
          new Color(0x2A5A98));

  /** Okabe and Ito (2008), their yellow replaced by grey: it can't be read on white. */
  static final List<Color> SERIES =
      List.of(
          new Color(0x0072B2),
          new Color(0xD55E00),
          new Color(0x009E73),
          new Color(0xCC79A7),
          new Color(0x56B4E9),
          new Color(0xE69F00),
          new Color(0x000000),
          new Color(0x7F7F7F));

  private Palette() {}

  /** The colour at {@code share} of the ramp, from 0 to 1. */
  static Color ramp(double share) {
    double position = Math.clamp(share, 0, 1) * (RAMP.size() - 1);
    int lower = Math.min((int) position, RAMP.size() - 2);
    double upperShare = position - lower;
    Color from = RAMP.get(lower);
    Color to = RAMP.get(lower + 1);
    return new Color(
        mix(from.getRed(), to.getRed(), upperShare),
        mix(from.getGreen(), to.getGreen(), upperShare),
        mix(from.getBlue(), to.getBlue(), upperShare));
  }

  /**
   * White or black, whichever has more contrast: on every colour at least 4.5, WCAG 2's level AA.
   */
  static Color textOn(Color background) {
    return contrast(Color.BLACK, background) >= contrast(Color.WHITE, background)
        ? Color.BLACK
        : Color.WHITE;
  }

  /** WCAG 2's contrast ratio, from 1 to 21. */
  static double contrast(Color a, Color b) {
    double lighter = Math.max(luminance(a), luminance(b));
    double darker = Math.min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(int channel) {
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  private static int mix(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * share);
  }
}
