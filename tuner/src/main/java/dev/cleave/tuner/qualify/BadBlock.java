package dev.cleave.tuner.qualify;

/**
 * A block that was not read back as it was written.
 *
 * @param offset in bytes
 * @param generation that was written last
 * @param fault in what way, in a few words: what was found in its place
 */
public record BadBlock(String file, long offset, long generation, Kind kind, String fault) {
  /** What must have happened. */
  public enum Kind {
    /** Parts of it are of this write, others of an earlier one. */
    TORN("torn"),
    /** It is as an older write than the last but one left it, or has been read newer before. */
    STALE("stale"),
    /** It holds what was written to another place. */
    MISDIRECTED("misdirected"),
    /** The last write has not changed it. */
    LOST("lost"),
    /** It holds what nobody wrote. */
    CORRUPT("corrupt"),
    /** It can't be read or written. */
    FAILED("failed");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    @Override
    public String toString() {
      return label;
    }
  }
}
