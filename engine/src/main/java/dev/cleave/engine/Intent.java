package dev.cleave.engine;

import org.jspecify.annotations.Nullable;

/**
 * What a copy would do with one entry: {@link CopyEngine#rehearse}.
 *
 * @param old what would become of what has the target's name
 * @param asks whether somebody would be asked before
 * @param backup the name that the old file would have; null unless it is kept
 * @param why the reason for leaving it alone; empty otherwise
 */
public record Intent(
    CopyItem item, Deed deed, Old old, boolean asks, @Nullable BytePath backup, String why) {
  /** What would be done. */
  public enum Deed {
    COPY,
    LINK,
    SKIP
  }

  /** What would become of what has the target's name. */
  public enum Old {
    /** There is none. */
    NONE,
    REPLACED,
    /** It would go, and something else take its name. */
    REMOVED,
    BACKED_UP,
    /** It would stay as it is, and there would be no copy. */
    LEFT
  }

  /** A copy to a name that is free. */
  public static Intent toFreeName(CopyItem item, Deed deed) {
    return new Intent(item, deed, Old.NONE, false, null, "");
  }

  /** Nothing. */
  public static Intent toSkip(CopyItem item, String why) {
    return new Intent(item, Deed.SKIP, Old.LEFT, false, null, why);
  }
}
