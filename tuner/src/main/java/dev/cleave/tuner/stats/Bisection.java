package dev.cleave.tuner.stats;

import java.util.function.DoublePredicate;

/** Finds where what holds of one number no longer holds of another, by halving the way. */
public final class Bisection {
  private static final int STEPS = 30;

  private Bisection() {}

  /**
   * The last number on the way for which it holds, to a billionth of the way.
   *
   * @param holding a number for which it holds
   * @param failing one for which it doesn't, on either side of the other
   */
  public static double edge(DoublePredicate condition, double holding, double failing) {
    double on = holding;
    double off = failing;
    for (int i = 0; i < STEPS; i++) {
      double middle = (on + off) / 2;
      if (condition.test(middle)) {
        on = middle;
      } else {
        off = middle;
      }
    }
    return on;
  }
}
