package dev.cleave.tuner.search;

import dev.cleave.engine.ByteSize;
import java.util.Locale;

/** A budget that doesn't allow a single round; the message says what it would take. */
public final class BudgetTooSmallException extends Exception {
  private static final long serialVersionUID = 1;

  private final double secondsNeeded;
  private final long bytesNeeded;

  /**
   * @param secondsNeeded for the smallest tune there is: preflight, two rounds of the default, its
   *     twin and one candidate, the fewest pairs of confirmation and gain; 0 if a copy's time isn't
   *     known yet
   * @param bytesNeeded to be written by the same
   */
  BudgetTooSmallException(Budget budget, double secondsNeeded, long bytesNeeded) {
    super(message(budget, secondsNeeded, bytesNeeded));
    this.secondsNeeded = secondsNeeded;
    this.bytesNeeded = bytesNeeded;
  }

  private static String message(Budget budget, double secondsNeeded, long bytesNeeded) {
    boolean timeIsShort = secondsNeeded > budget.seconds();
    boolean bytesAreShort = bytesNeeded > budget.writeBytes();
    String time = String.format(Locale.ROOT, "the time budget of %.0f s", budget.seconds());
    String bytes = "the write budget of " + ByteSize.format(budget.writeBytes());
    String tooSmall =
        bytesAreShort
            ? (timeIsShort ? time + " and " + bytes + " are" : bytes + " is")
            : time + " is";
    String needed =
        (secondsNeeded > 0 ? String.format(Locale.ROOT, "about %.0f s and ", secondsNeeded) : "")
            + ByteSize.format(bytesNeeded)
            + " to be written";
    return tooSmall + " too small: a tune here needs " + needed;
  }

  public double secondsNeeded() {
    return secondsNeeded;
  }

  public long bytesNeeded() {
    return bytesNeeded;
  }
}
