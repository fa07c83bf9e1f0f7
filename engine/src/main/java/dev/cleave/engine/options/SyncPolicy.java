package dev.cleave.engine.options;

/** What is made durable, and when, before a copy counts as done. */
public enum SyncPolicy {
  /** Data is synced before a rename over an existing file, so that a power loss can't lose both. */
  WHEN_REPLACING("when-replacing"),
  /** Nothing is: a power loss right after replacing a file can leave zeros and lose the old one. */
  NONE("none"),
  /** The data of each file, before it gets its name. */
  DATA("data"),
  /** The data, the metadata and the name of each file. */
  FULL("full");

  private final String label;

  SyncPolicy(String label) {
    this.label = label;
  }

  /** Whether the copy is durable when it returns. */
  public boolean isDurable() {
    return this == DATA || this == FULL;
  }

  @Override
  public String toString() {
    return label;
  }
}
