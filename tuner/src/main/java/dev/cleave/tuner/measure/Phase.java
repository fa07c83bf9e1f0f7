package dev.cleave.tuner.measure;

/** What a sample was taken for; plans are chosen from the sweep, gains reported from CONFIRM. */
public enum Phase {
  PREFLIGHT("preflight"),
  SWEEP("sweep"),
  CONFIRM("confirm");

  private final String label;

  Phase(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }
}
