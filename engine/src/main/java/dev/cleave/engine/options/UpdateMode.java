package dev.cleave.engine.options;

/** Which existing targets are replaced, as cp's {@code --update} has it. */
public enum UpdateMode {
  ALL("all"),
  /** None, and that is no failure. */
  NONE("none"),
  /** None, and it is. */
  NONE_FAIL("none-fail"),
  /** Those whose data is older than the source's. */
  OLDER("older");

  private final String label;

  UpdateMode(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }
}
