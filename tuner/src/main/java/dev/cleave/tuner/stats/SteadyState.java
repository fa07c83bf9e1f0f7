package dev.cleave.tuner.stats;

import java.util.Arrays;
import java.util.List;

/**
 * Whether a device has come to rest: over the last {@value #ROUNDS} steady-state rounds the highest
 * and the lowest differ by at most 20 % of their mean, and the line of least squares through them
 * rises or falls by at most 10 % of it. The criterion is that of SNIA's Solid State Storage
 * Performance Test Specification; without its purge and preconditioning of the whole raw device
 * this is no PTS result.
 *
 * @param rounds the last rounds, in order
 * @param range of them, as a share of their mean
 * @param slopeExcursion what the line changes by from the first round to the last, as a share
 */
public record SteadyState(List<Double> rounds, double mean, double range, double slopeExcursion) {
  public static final int ROUNDS = 5;
  public static final double MOST_RANGE = 0.2;
  public static final double MOST_SLOPE_EXCURSION = 0.1;

  public SteadyState {
    rounds = List.copyOf(rounds);
  }

  /**
   * The criterion on rounds.
   *
   * @param values one of each round, at least {@value #ROUNDS}
   */
  public static SteadyState ofRounds(double... values) {
    if (values.length < ROUNDS) {
      throw new IllegalArgumentException("a steady state takes five rounds, not " + values.length);
    }
    double[] last = Arrays.copyOfRange(values, values.length - ROUNDS, values.length);
    double mean = Arrays.stream(last).average().orElseThrow();
    double range =
        Arrays.stream(last).max().orElseThrow() - Arrays.stream(last).min().orElseThrow();
    double middle = (ROUNDS - 1) / 2.0;
    double products = 0;
    double squares = 0;
    for (int i = 0; i < ROUNDS; i++) {
      products += (i - middle) * last[i];
      squares += (i - middle) * (i - middle);
    }
    double excursion = Math.abs(products / squares) * (ROUNDS - 1);
    return new SteadyState(
        Arrays.stream(last).boxed().toList(), mean, share(range, mean), share(excursion, mean));
  }

  /** A device that stands still is at rest. */
  private static double share(double part, double mean) {
    return part == 0 ? 0 : part / Math.abs(mean);
  }

  /**
   * Windows made into rounds: equal groups of them, of which the last five are looked at.
   *
   * @param windows at least {@value #ROUNDS}
   */
  public static SteadyState ofWindows(double... windows) {
    int size = windows.length / ROUNDS;
    double[] rounds = new double[ROUNDS];
    int first = windows.length - ROUNDS * size;
    for (int round = 0; round < ROUNDS; round++) {
      int from = first + round * size;
      rounds[round] = Arrays.stream(windows, from, from + size).average().orElse(Double.NaN);
    }
    return ofRounds(rounds);
  }

  public boolean isReached() {
    return range <= MOST_RANGE && slopeExcursion <= MOST_SLOPE_EXCURSION;
  }
}
