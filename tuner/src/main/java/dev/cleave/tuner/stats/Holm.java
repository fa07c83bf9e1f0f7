package dev.cleave.tuner.stats;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Several claims that share one error: the chance that any of them is wrong stays below it, however
 * they depend on each other (Holm, "A simple sequentially rejective multiple test procedure",
 * Scandinavian Journal of Statistics 6, 1979).
 */
public final class Holm {
  private Holm() {}

  /**
   * Which claims hold.
   *
   * @param errors the p-value of each; NaN for one that isn't tested but counts
   * @param error that all share
   */
  public static boolean[] rejected(double[] errors, double error) {
    boolean[] rejected = new boolean[errors.length];
    int[] order =
        IntStream.range(0, errors.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> Double.isNaN(errors[i]) ? 2 : errors[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int rank = 0; rank < order.length; rank++) {
      double own = errors[order[rank]];
      if (!(own <= error / (errors.length - rank))) {
        break;
      }
      rejected[order[rank]] = true;
    }
    return rejected;
  }
}
