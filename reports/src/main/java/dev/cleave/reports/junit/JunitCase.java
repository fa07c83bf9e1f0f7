package dev.cleave.reports.junit;

/**
 * One thing that was tested.
 *
 * @param message why it ended so, in one line
 * @param details more lines, perhaps none
 * @param seconds it took
 */
public record JunitCase(
    String name, Outcome outcome, String message, String details, double seconds) {
  /** How a case may end, in JUnit's words. */
  public enum Outcome {
    PASSED,
    /** What was tested is not as it must be. */
    FAILURE,
    /** It couldn't be tested. */
    ERROR,
    /** It was not decided. */
    SKIPPED
  }
}
