package dev.cleave.engine.options;

/** What stands for the content of a regular file. */
public enum FileContent {
  /** Its data. */
  DATA,
  /** Nothing: cp's {@code --attributes-only}. An existing target keeps its data. */
  ATTRIBUTES_ONLY,
  /** A hard link to the source: cp's {@code -l}. */
  HARD_LINK,
  /** A symbolic link to the source: cp's {@code -s}. */
  SYMBOLIC_LINK
}
