package dev.cleave.tuner.measure;

/**
 * What a sample was taken for: plans are nominated by the sweep, proven by the confirmation, looked
 * at through the whole process of {@code copy}, and what they gain is measured after that.
 */
public enum Phase {
  PREFLIGHT("preflight"),
  SWEEP("sweep"),
  CONFIRM("confirm"),
  /** Through the whole process, as a user starts it; the others are copies within a worker. */
  PROCESS("process"),
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
