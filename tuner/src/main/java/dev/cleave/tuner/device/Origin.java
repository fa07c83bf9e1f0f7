package dev.cleave.tuner.device;

/** Where a fact comes from. */
public enum Origin {
  /** The kernel or the device says so, which is not always true. */
  REPORTED("reported"),
  /** We measured it. */
  MEASURED("measured"),
  /** Nobody says, and nothing is guessed. */
  UNKNOWN("unknown");

  private final String label;

  Origin(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }
}
