package dev.cleave.reports.text;

/** Short times as people write them. */
public final class Durations {
  private Durations() {}

  /** Three significant digits: {@code 850 µs}, {@code 1.23 ms}, {@code 12.3 s}. */
  public static String format(double seconds) {
    if (seconds < 0.9995e-3) {
      return Figures.threeDigits(seconds * 1e6) + " µs";
    }
    return seconds < 0.9995
        ? Figures.threeDigits(seconds * 1e3) + " ms"
        : Figures.threeDigits(seconds) + " s";
  }

  /** A power of ten without decimals: {@code 100 µs}, {@code 1 ms}. */
  public static String power(int exponent) {
    if (exponent < -6) {
      return tens(exponent + 9) + " ns";
    }
    if (exponent < -3) {
      return tens(exponent + 6) + " µs";
    }
    return exponent < 0 ? tens(exponent + 3) + " ms" : tens(exponent) + " s";
  }

  private static String tens(int exponent) {
    return Long.toString(Math.round(Math.pow(10, exponent)));
  }
}
