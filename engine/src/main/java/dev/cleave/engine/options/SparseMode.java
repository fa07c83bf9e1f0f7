package dev.cleave.engine.options;

/** What becomes of holes, as cp's {@code --sparse} has it. */
public enum SparseMode {
  /** Holes of the source are holes of the target. */
  AUTO("auto"),
  /** So are blocks of the source's data that are nothing but zeros. */
  ALWAYS("always"),
  /** Holes are written out as zeros. */
  NEVER("never");

  private final String label;

  SparseMode(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }
}
