package dev.cleave.reports.chart;

import dev.cleave.engine.ByteSize;

/** The unit of a chart's rates: the one that keeps its labels short. */
enum RateUnit {
  MIB_PER_SECOND("MiB/s", ByteSize.MIB),
  GIB_PER_SECOND("GiB/s", ByteSize.GIB);

  private final String label;
  private final long bytes;

  RateUnit(String label, long bytes) {
    this.label = label;
    this.bytes = bytes;
  }

  /** The unit for a chart whose fastest rate is this one. */
  static RateUnit forFastest(double bytesPerSecond) {
    return bytesPerSecond >= 2 * ByteSize.GIB ? GIB_PER_SECOND : MIB_PER_SECOND;
  }

  double of(double bytesPerSecond) {
    return bytesPerSecond / bytes;
  }

  @Override
  public String toString() {
    return label;
  }
}
