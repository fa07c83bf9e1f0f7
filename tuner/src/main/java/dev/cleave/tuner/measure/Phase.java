package dev.cleave.tuner.measure;

/**
 * What a sample was taken for: plans are nominated by the sweep, proven by the confirmation, and
 * what they gain is measured after that.
 */
public enum Phase {
  PREFLIGHT("preflight"),
  SWEEP("sweep"),
  CONFIRM("confirm"),
  GAIN("gain");

  private final String label;

  Phase(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }
}
