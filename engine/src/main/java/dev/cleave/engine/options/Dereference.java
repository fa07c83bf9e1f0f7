package dev.cleave.engine.options;

/** Which symbolic links of the source are followed: cp's -P, -H and -L. */
public enum Dereference {
  NEVER,
  /** Those that the user named. */
  NAMED,
  ALWAYS;

  /**
   * Whether a link is followed.
   *
   * @param named whether the user named it, rather than the walk having found it
   */
  public boolean follows(boolean named) {
    return this == ALWAYS || (this == NAMED && named);
  }
}
