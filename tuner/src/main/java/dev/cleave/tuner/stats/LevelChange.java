package dev.cleave.tuner.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A point from which on a device is another one: a write cache is full, a burst credit at its end,
 * a drive too hot.
 *
 * <p>Where two means fit best (least squares), they must differ by {@value #SPREADS} standard
 * errors of serially correlated values and by a tenth. That threshold is simulated, for searching
 * the best point finds differences in anything: of series without a change, of 30 to 120 values
 * with a correlation up to 0.8, less than 2 % are said to have one. Further changes are looked for
 * on either side (binary segmentation: Scott and Knott, Biometrics 30, 1974). Levels that take
 * turns, as a saw-tooth of burst credits, are none: no cut in two fits them, nor are they ever in a
 * steady state.
 *
 * @param index of the first value behind it
 * @param before the level up to it, back to the change before
 * @param behind the level from it, up to the next change
 */
public record LevelChange(int index, double before, double behind) {
  private static final double SPREADS = 6;
  private static final double PART_SPREADS = 8;
  private static final int LEAST_TO_PART = 24;
  private static final double LEAST_STEP = 0.1;
  private static final int FEWEST_ON_A_SIDE = 3;
  private static final double MOST_CORRELATION = 0.95;

  /** All changes, in order. */
  public static List<LevelChange> allOf(double... values) {
    List<Integer> indexes = new ArrayList<>();
    search(values, 0, values.length, indexes);
    indexes.sort(null);
    List<LevelChange> changes = new ArrayList<>();
    for (int i = 0; i < indexes.size(); i++) {
      int from = i == 0 ? 0 : indexes.get(i - 1);
      int to = i + 1 == indexes.size() ? values.length : indexes.get(i + 1);
      int at = indexes.get(i);
      changes.add(new LevelChange(at, mean(values, from, at), mean(values, at, to)));
    }
    return List.copyOf(changes);
  }

  /** The first change downwards: the cliff; null if there is none. */
  public static @Nullable LevelChange firstFall(List<LevelChange> changes) {
    return changes.stream().filter(LevelChange::isFall).findFirst().orElse(null);
  }

  public boolean isFall() {
    return behind < before;
  }

  private static void search(double[] values, int from, int to, List<Integer> found) {
    int at = change(values, from, to, SPREADS);
    for (int part = 0; at <= from && part < 2 && to - from >= LEAST_TO_PART; part++) {
      // a second change hides the first: either is alone in one of these
      int third = (to - from) / 3;
      int start = from + part * third;
      int hidden = change(values, start, start + 2 * third, PART_SPREADS);
      at = hidden > start ? hidden : at;
    }
    if (at > from) {
      found.add(at);
      search(values, from, at, found);
      search(values, at, to, found);
    }
  }

  /** Where it is between the two; {@code from} if nowhere. */
  private static int change(double[] values, int from, int to, double spreads) {
    int best = from;
    double least = Double.POSITIVE_INFINITY;
    double[] sums = sums(values, from, to);
    int n = to - from;
    for (int k = FEWEST_ON_A_SIDE; k <= n - FEWEST_ON_A_SIDE; k++) {
      double first = sums[k];
      double second = sums[n] - first;
      double cost = -(first * first / k + second * second / (n - k));
      if (cost < least) {
        least = cost;
        best = from + k;
      }
    }
    return best > from && isChange(values, from, best, to, spreads) ? best : from;
  }

  private static double[] sums(double[] values, int from, int to) {
    double[] sums = new double[to - from + 1];
    for (int i = from; i < to; i++) {
      sums[i - from + 1] = sums[i - from] + values[i];
    }
    return sums;
  }

  private static boolean isChange(double[] values, int from, int at, int to, double spreads) {
    double before = mean(values, from, at);
    double behind = mean(values, at, to);
    double step = Math.abs(behind - before);
    if (step < LEAST_STEP * Math.max(Math.abs(before), Math.abs(behind))) {
      return false;
    }
    return step > spreads * standardError(values, from, at, to, before, behind);
  }

  private static double standardError(
      double[] values, int from, int at, int to, double before, double behind) {
    double squares = 0;
    double products = 0;
    double last = 0;
    for (int i = from; i < to; i++) {
      double residual = values[i] - (i < at ? before : behind);
      squares += residual * residual;
      products += i == from ? 0 : residual * last;
      last = residual;
    }
    if (squares == 0) {
      return 0;
    }
    int n = to - from;
    double plain = products / squares;
    double correlation = n <= 7 ? MOST_CORRELATION : (n * plain + 5) / (n - 7);
    double inflation = SerialMean.inflation(Math.clamp(correlation, 0, MOST_CORRELATION), n);
    double variance = squares / Math.max(1, n - 2 * inflation);
    return Math.sqrt(variance * inflation * (1.0 / (at - from) + 1.0 / (to - at)));
  }

  private static double mean(double[] values, int from, int to) {
    return Arrays.stream(values, from, to).average().orElse(Double.NaN);
  }
}
