package dev.cleave.tuner.search;

import dev.cleave.tuner.measure.Clock;

/**
 * How often a tune may be wrong, in each of three ways. All comparisons of all clocks share each of
 * them (Bonferroni).
 *
 * <p>They are apart because they cost differently: a plan worse than the default harms, one that
 * isn't quite the best does not.
 *
 * @param worseThanDefault a plan is taken for better than the default, or for not worse by more
 *     than the margin, and isn't
 * @param worseThanBest a plan is taken for not worse than the best by more than the margin, and is
 * @param twinDiffers the default's twin is reported to differ
 */
public record ErrorBudget(double worseThanDefault, double worseThanBest, double twinDiffers) {
  /**
   * Of a tune of one size class. Four in a hundred devices on which nothing matters may be TUNED to
   * something else; one that is worse than the default by more than 1 % is taken for better far
   * less often, as the simulator shows, since it lies on the wrong side by several standard errors.
   * With half of it, gains of 3 to 8 % stayed unproven at 10 % noise.
   */
  public static final ErrorBudget ONE_CLASS = new ErrorBudget(0.04, 0.05, 0.04);

  private static final int CLOCKS = Clock.values().length;

  /** The part of one size class among {@code classes}. */
  public ErrorBudget sharedBy(int classes) {
    return new ErrorBudget(
        worseThanDefault / classes, worseThanBest / classes, twinDiffers / classes);
  }

  /** One-sided error of the proof of one nominated plan, all looks at it together. */
  double perProof() {
    return worseThanDefault / CLOCKS;
  }

  /** One-sided error of one comparison with the best. */
  double perComparisonWithBest(int candidates) {
    return worseThanBest / candidates / CLOCKS;
  }

  /** Two-sided error of the comparison of the default with its twin. */
  double perTwinComparison() {
    return twinDiffers / CLOCKS;
  }
}
