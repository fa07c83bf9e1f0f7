package dev.cleave.engine.options;

/** Under which name a target is kept before it is replaced, as cp's {@code --backup} has it. */
public enum BackupControl {
  /** It isn't kept. */
  NONE,
  /** Its name with a suffix. */
  SIMPLE,
  /** Numbered if there are numbered ones, else simple. */
  EXISTING,
  /** Its name with {@code .~N~}, with N one more than the most there is. */
  NUMBERED
}
