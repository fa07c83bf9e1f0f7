package dev.cleave.tuner.simulate;

/**
 * How one simulated copy went that looked for a better plan on its way.
 *
 * @param ofBest its throughput to that of the plan that would have been the best from its beginning
 *     to its end
 * @param ofDefault its throughput to that of the plan that it began with
 * @param keptOfBest the same of a copy that would have gone by the plan it kept all the way
 * @param searchSeconds until it stayed with one plan
 * @param moves how often it changed to a better plan
 */
public record AdaptedCopy(
    double ofBest, double ofDefault, double keptOfBest, double searchSeconds, int moves) {
  /** What it lost to a copy by the default plan; 0 if it lost nothing. */
  double loss() {
    return Math.max(0, 1 - ofDefault);
  }
}
