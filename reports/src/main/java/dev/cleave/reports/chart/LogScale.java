package dev.cleave.reports.chart;

import java.util.stream.DoubleStream;

/**
 * The whole powers of ten that hold some positive values: at least one decade, and a little beyond
 * its ends, where XChart leaves out the labels.
 */
record LogScale(int least, int most) {
  /**
   * @param values above 0, at least one
   */
  static LogScale of(DoubleStream values) {
    var ends = values.summaryStatistics();
    int least = (int) Math.floor(Math.log10(ends.getMin()) + 1e-9);
    int most = (int) Math.ceil(Math.log10(ends.getMax()) - 1e-9);
    return new LogScale(least, Math.max(most, least + 1));
  }

  double low() {
    return 0.9 * Math.pow(10, least);
  }

  double high() {
    return 1.1 * Math.pow(10, most);
  }

  /** Where a value lies, from 0 at the low end to 1 at the high one. */
  double share(double value) {
    return Math.clamp(Math.log(value / low()) / Math.log(high() / low()), 0, 1);
  }
}
