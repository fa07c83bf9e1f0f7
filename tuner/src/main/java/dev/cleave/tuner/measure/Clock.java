package dev.cleave.tuner.measure;

/** When a copy counts as finished. */
public enum Clock {
  /** When the copy returns. */
  COMMAND("command"),
  /** When its data is on the device. */
  DURABLE("durable");

  private final String label;

  Clock(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }
}
