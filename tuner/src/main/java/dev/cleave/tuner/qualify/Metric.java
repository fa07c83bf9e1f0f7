package dev.cleave.tuner.qualify;

/** What of a workload a requirement is about. */
public enum Metric {
  /** Bytes a second, of each window. */
  THROUGHPUT("throughput", "B/s"),
  /** Requests, files or syncs a second, of each window. */
  OPERATIONS("operations", "/s"),
  /** Seconds from when an operation was due until it was done; always with a percentile. */
  LATENCY("latency", "s"),
  /** Blocks that were not read back as they were written. */
  BAD_BLOCKS("bad-blocks", "blocks");

  private final String label;
  private final String unit;

  Metric(String label, String unit) {
    this.label = label;
    this.unit = unit;
  }

  /** The unit of its values in documents. */
  public String unit() {
    return unit;
  }

  /** Whether more is better. */
  public boolean isRate() {
    return this == THROUGHPUT || this == OPERATIONS;
  }

  @Override
  public String toString() {
    return label;
  }
}
