package dev.cleave.tuner.search;

import dev.cleave.tuner.stats.Interval;
import java.util.Locale;

/** How ratios and times read in the sentences of a verdict. */
final class Sentences {
  private Sentences() {}

  /** {@code 1.31x}. */
  static String ratio(double ratio) {
    return String.format(Locale.ROOT, "%.2fx", ratio);
  }

  /** {@code (1.22-1.40, 95 %)}. */
  static String interval(Interval interval, double confidence) {
    return String.format(
        Locale.ROOT, "(%.2f-%.2f, %.0f %%)", interval.low(), interval.high(), 100 * confidence);
  }

  /** {@code 3 %}; with a decimal below 1 %. */
  static String percent(double fraction) {
    return String.format(Locale.ROOT, fraction < 0.00995 ? "%.1f %%" : "%.0f %%", 100 * fraction);
  }

  /** {@code 90 s}, {@code 12 min} or {@code 3 h}: about so long. */
  static String duration(double seconds) {
    if (seconds < 120) {
      return String.format(Locale.ROOT, "%.0f s", Math.ceil(seconds));
    }
    return seconds < 7200
        ? String.format(Locale.ROOT, "%.0f min", Math.ceil(seconds / 60))
        : String.format(Locale.ROOT, "%.0f h", Math.ceil(seconds / 3600));
  }
}
