package dev.cleave.tuner.stats;

import java.util.Arrays;

/**
 * A median with its confidence interval by order statistics, which holds for any distribution: the
 * k-th least and the k-th greatest value enclose the median with probability 1 - 2 P(B &lt; k), B
 * binomial with n and 1/2 (David and Nagaraja, Order Statistics, 3rd edition, section 7.1).
 *
 * <p>{@code low} is 0 and {@code high} infinite where even the least and the greatest value don't
 * do: at 95 % below 6 values.
 *
 * @param n how many values the median is of; it is NaN for none
 */
public record MedianInterval(double median, double low, double high, int n) {
  /** Of positive values, in any order. */
  public static MedianInterval of(double[] values, double confidence) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    int rank = rank(n, confidence);
    return rank == 0
        ? new MedianInterval(median(sorted), 0, Double.POSITIVE_INFINITY, n)
        : new MedianInterval(median(sorted), sorted[rank - 1], sorted[n - rank], n);
  }

  /** The largest k that is confident enough; 0 if none is. */
  private static int rank(int n, double confidence) {
    double probability = Math.pow(0.5, n); // of B = 0
    double below = 0;
    int rank = 0;
    while (rank < n) {
      below += probability;
      if (1 - 2 * below < confidence) {
        return rank;
      }
      probability *= (double) (n - rank) / (rank + 1);
      rank++;
    }
    return 0;
  }

  private static double median(double[] sorted) {
    int n = sorted.length;
    return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  /** Whether there were enough values for an interval. */
  public boolean isBounded() {
    return Double.isFinite(high);
  }
}
