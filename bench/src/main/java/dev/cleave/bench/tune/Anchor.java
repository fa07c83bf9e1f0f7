package dev.cleave.bench.tune;

import dev.cleave.tuner.measure.Candidate;
import dev.cleave.tuner.measure.Clock;
import dev.cleave.tuner.measure.Sample;
import dev.cleave.tuner.stats.StudentT;
import java.util.List;
import java.util.Locale;

/**
 * Whether a device is still the one that earlier samples are of: the default is measured again and
 * must come out where the last of its earlier samples predict it. Ratios are taken within a round
 * and stand a slow drift; what they don't stand is another device.
 */
final class Anchor {
  private static final int RECENT = 12;
  private static final double ERROR = 0.005;

  /** Within this nothing is looked for: devices drift that far within an hour. */
  private static final double ALWAYS_FINE = Math.log(1.25);

  private Anchor() {}

  /**
   * @throws RefusedException if the two don't go together under one of the clocks
   */
  static void require(List<Sample> earlier, List<Sample> now) throws RefusedException {
    for (Clock clock : Clock.values()) {
      double[] before = logs(earlier, clock);
      double[] after = logs(now, clock);
      if (before.length > 1 && after.length > 0) {
        double change = mean(after) - mean(before);
        if (Math.abs(change) > Math.max(ALWAYS_FINE, predicted(before, after.length))) {
          throw new RefusedException(
              String.format(
                  Locale.ROOT,
                  "the device has changed: the default plan is now %.2fx as fast (%s clock) as when"
                      + " the run was cut off, so its samples can't be mixed with new ones; begin"
                      + " another tune",
                  Math.exp(change),
                  clock));
        }
      }
    }
  }

  /** How far the mean of so many more samples may lie from the mean of these. */
  private static double predicted(double[] before, int more) {
    double mean = mean(before);
    double squares = 0;
    for (double value : before) {
      squares += (value - mean) * (value - mean);
    }
    double sd = Math.sqrt(squares / (before.length - 1));
    return StudentT.upperQuantile(ERROR, before.length - 1)
        * sd
        * Math.sqrt(1.0 / before.length + 1.0 / more);
  }

  private static double[] logs(List<Sample> samples, Clock clock) {
    List<Sample> own =
        samples.stream()
            .filter(Sample::isValid)
            .filter(sample -> sample.candidate().equals(Candidate.BASELINE))
            .toList();
    return own.subList(Math.max(0, own.size() - RECENT), own.size()).stream()
        .mapToDouble(sample -> Math.log(sample.bytesPerSecond(clock)))
        .toArray();
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
