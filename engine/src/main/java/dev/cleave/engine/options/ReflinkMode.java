package dev.cleave.engine.options;

/** Whether a copy may share its source's blocks, where the file system can, instead of moving. */
public enum ReflinkMode {
  /** Shares if it can, else copies. */
  AUTO("auto"),
  /** Shares, or fails. */
  ALWAYS("always"),
  /** Moves every byte, in no way that might share them behind our back. */
  NEVER("never");

  private final String label;

  ReflinkMode(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }
}
