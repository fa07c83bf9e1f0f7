package dev.cleave.reports.text;

import dev.cleave.engine.ByteSize;
import dev.cleave.tuner.stats.Interval;
import dev.cleave.tuner.stats.MedianInterval;
import java.util.Locale;

/** How numbers look wherever people read them: the same digits and units in every report. */
public final class Figures {
  private Figures() {}

  /** Three significant digits, but never less than whole units: {@code 1234}, {@code 1.23}. */
  public static String threeDigits(double value) {
    int decimals = value >= 99.95 ? 0 : value >= 9.995 ? 1 : value >= 0.9995 ? 2 : 3;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** A rate in MiB/s, without the unit. */
  public static String mebibytes(double bytesPerSecond) {
    return threeDigits(bytesPerSecond / ByteSize.MIB);
  }

  /** {@code 1.31x}. */
  public static String times(double ratio) {
    return String.format(Locale.ROOT, "%.2fx", ratio);
  }

  /** {@code 1.25 to 1.37}; says so where there were too few samples for an interval. */
  public static String ends(Interval interval) {
    return Double.isFinite(interval.high())
        ? String.format(Locale.ROOT, "%.2f to %.2f", interval.low(), interval.high())
        : "no interval";
  }

  /** {@code 0.549 [0.532 to 0.570]}, without what isn't known. */
  public static String median(MedianInterval seconds) {
    if (seconds.n() == 0) {
      return "";
    }
    return threeDigits(seconds.median())
        + (seconds.isBounded()
            ? " [" + threeDigits(seconds.low()) + " to " + threeDigits(seconds.high()) + "]"
            : "");
  }

  /** {@code 4.2 %}; "unknown" for what is no number. */
  public static String percent(double share) {
    return Double.isFinite(share) ? String.format(Locale.ROOT, "%.1f %%", 100 * share) : "unknown";
  }

  /** {@code 12.3 s}. */
  public static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.1f s", seconds);
  }
}
