package dev.cleave.engine.options;

import dev.cleave.engine.BytePath;

/** Asks before an existing target is replaced: cp's {@code -i}. One thread at a time calls it. */
@FunctionalInterface
public interface Confirmation {
  /** In the place of a mode: the target can be written to. No mode, not even 0000, is negative. */
  int WRITABLE = -1;

  /** What nobody is asked. */
  Confirmation ALWAYS = (target, unwritableMode) -> true;

  /**
   * Whether the target may be replaced.
   *
   * @param unwritableMode its permissions if it can't be written to, as cp shows them; else {@link
   *     #WRITABLE}
   */
  boolean mayReplace(BytePath target, int unwritableMode);
}
