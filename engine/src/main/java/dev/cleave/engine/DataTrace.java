package dev.cleave.engine;

/**
 * How the data of one file came to its target.
 *
 * @param findsHoles whether the source's holes were looked up, and left out
 * @param findsZeros whether zeros were looked for, to become holes
 */
public record DataTrace(PlanUse use, Sharing sharing, boolean findsHoles, boolean findsZeros) {
  /** Whether blocks were shared. */
  public enum Sharing {
    /** The whole file's. */
    SHARED,
    /** That was tried. */
    IMPOSSIBLE,
    /** Nobody wanted it. */
    UNWANTED,
    /** There was nothing to be shared. */
    UNTRIED
  }
}
