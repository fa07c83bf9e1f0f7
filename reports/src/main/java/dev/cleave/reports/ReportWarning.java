package dev.cleave.reports;

/**
 * A report that could not be written.
 *
 * @param report its name, as {@code charts}
 * @param message why
 */
public record ReportWarning(String report, String message) {
  @Override
  public String toString() {
    return report + " was not written: " + message;
  }
}
