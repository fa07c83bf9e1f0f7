package dev.cleave.tuner.search;

import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A device that is another one from some copy on: a write cache is full, a burst credit at its end.
 *
 * <p>Each plan's own copies tell, as a cap may be one for fast plans only. The point that parts
 * them best is the one with the least absolute deviations from the medians before and behind it;
 * where these differ by more than a fifth, and by more than {@value #SPREADS} times what neighbours
 * usually differ by, the device changed there. A slow drift or a noisy copy moves neither.
 */
final class StepChange {
  private static final double LEAST_LOG_STEP = Math.log(1.2);
  private static final double SPREADS = 6;
  private static final int FEWEST_ON_A_SIDE = 2;

  private StepChange() {}

  /**
   * The samples of all rounds behind the step; all of them if there is none.
   *
   * @param samples of one phase, in the order in which they were taken
   */
  static List<Sample> after(List<Sample> samples) {
    Map<String, List<Sample>> byCandidate =
        samples.stream().filter(Sample::isValid).collect(Collectors.groupingBy(Sample::candidate));
    int first =
        byCandidate.values().stream().mapToInt(StepChange::firstRoundBehind).max().orElse(0);
    return samples.stream().filter(sample -> sample.round() >= first).toList();
  }

  /** By the clock that shows the later step; 0 if there is none. */
  private static int firstRoundBehind(List<Sample> ofOne) {
    int firstRound = 0;
    for (Clock clock : Clock.values()) {
      double[] logs =
          ofOne.stream().mapToDouble(it -> Math.log(it.bytesPerSecond(clock))).toArray();
      int step = step(logs);
      if (step > 0) {
        firstRound = Math.max(firstRound, ofOne.get(step - 1).round() + 1);
      }
    }
    return firstRound;
  }

  /** The index of the first value behind the step; 0 if there is none. */
  private static int step(double[] logs) {
    int step = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = FEWEST_ON_A_SIDE; i <= logs.length - FEWEST_ON_A_SIDE; i++) {
      double deviation = deviation(before(logs, i)) + deviation(behind(logs, i));
      if (deviation < least) {
        least = deviation;
        step = i;
      }
    }
    double height = Math.abs(median(behind(logs, step)) - median(before(logs, step)));
    return height > Math.max(LEAST_LOG_STEP, SPREADS * usualDifference(logs)) ? step : 0;
  }

  private static double[] before(double[] logs, int index) {
    return Arrays.copyOfRange(logs, 0, index);
  }

  private static double[] behind(double[] logs, int index) {
    return Arrays.copyOfRange(logs, index, logs.length);
  }

  /** Of the values from their median, absolute, in sum. */
  private static double deviation(double[] values) {
    double median = median(values);
    return Arrays.stream(values).map(value -> Math.abs(value - median)).sum();
  }

  private static double usualDifference(double[] logs) {
    List<Double> differences = new ArrayList<>();
    for (int i = 1; i < logs.length; i++) {
      differences.add(Math.abs(logs[i] - logs[i - 1]));
    }
    return median(differences.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    if (sorted.length == 0) {
      return 0;
    }
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
