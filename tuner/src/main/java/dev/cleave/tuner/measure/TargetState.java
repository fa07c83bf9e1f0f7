package dev.cleave.tuner.measure;

/** What there was under the target's name when the clock started. */
public enum TargetState {
  /** Nothing. */
  NEW("new"),
  /** Files of the same sizes and other contents, synced before. */
  REPLACED("replaced");

  private final String label;

  TargetState(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }
}
