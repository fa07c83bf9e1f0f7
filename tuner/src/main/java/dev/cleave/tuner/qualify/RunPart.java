package dev.cleave.tuner.qualify;

/** Which part of a workload's time a requirement is about. */
public enum RunPart {
  WHOLE("whole"),
  /** Up to the cliff. */
  BURST("burst"),
  /** Behind the cliff, and behind the volume and time that the requirement states. */
  SUSTAINED("sustained");

  private final String label;

  RunPart(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }
}
