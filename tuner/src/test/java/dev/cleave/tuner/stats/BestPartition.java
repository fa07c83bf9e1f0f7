package dev.cleave.tuner.stats;

import java.util.Arrays;

/**
 * Where a series is cut into so many parts that the squares about their means are least: exact, by
 * dynamic programming over all cuts (Bellman, "On the approximation of curves by line segments
 * using dynamic programming", Communications of the ACM 4, 1961).
 */
final class BestPartition {
  private BestPartition() {}

  /** The first value of each part but the first one. */
  static int[] of(double[] values, int cuts) {
    int n = values.length;
    double[][] least = new double[cuts + 1][n + 1];
    int[][] last = new int[cuts + 1][n + 1];
    for (double[] row : least) {
      Arrays.fill(row, Double.POSITIVE_INFINITY);
    }
    for (int end = 1; end <= n; end++) {
      least[0][end] = squares(values, 0, end);
    }
    for (int cut = 1; cut <= cuts; cut++) {
      for (int end = cut + 1; end <= n; end++) {
        for (int at = cut; at < end; at++) {
          double sum = least[cut - 1][at] + squares(values, at, end);
          if (sum < least[cut][end]) {
            least[cut][end] = sum;
            last[cut][end] = at;
          }
        }
      }
    }
    int[] found = new int[cuts];
    int end = n;
    for (int cut = cuts; cut > 0; cut--) {
      end = last[cut][end];
      found[cut - 1] = end;
    }
    return found;
  }

  private static double squares(double[] values, int from, int to) {
    double mean = Arrays.stream(values, from, to).average().orElseThrow();
    return Arrays.stream(values, from, to).map(value -> (value - mean) * (value - mean)).sum();
  }
}
