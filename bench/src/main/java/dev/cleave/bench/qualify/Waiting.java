package dev.cleave.bench.qualify;

import dev.cleave.tuner.qualify.Measurement;
import dev.cleave.tuner.qualify.Surroundings;
import dev.cleave.tuner.qualify.Workload;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What our own waiting for a processor can have done to a measurement: the most, since when it was
 * isn't known. It is taken to have hit just those windows and operations that are nearest to the
 * bound.
 *
 * @param seconds of it in all
 * @param atOnce operations that a wait holds up, those in flight
 * @param perSecond operations that fall due meanwhile; null where none begins before one has ended
 */
record Waiting(double seconds, int atOnce, @Nullable Double perSecond) {
  static final Waiting NONE = new Waiting(0, 1, null);

  private static final double MOST_SHARE = 0.99;

  /** In all runs of a workload. */
  static Waiting of(List<Measurement> measurements) {
    Workload workload = measurements.getFirst().workload();
    double seconds = measurements.stream().mapToDouble(Waiting::seconds).sum();
    return new Waiting(seconds, workload.queueDepth(), workload.perSecond());
  }

  private static double seconds(Measurement measurement) {
    Surroundings seen = measurement.surroundings();
    Double share = seen == null ? null : seen.processorWaitShare();
    return share == null ? 0 : share * measurement.seconds();
  }

  /** The share of such a time that it can have been. */
  double shareOf(double measuredSeconds) {
    return Math.min(MOST_SHARE, seconds / measuredSeconds);
  }

  /**
   * How many windows can have been too slow by it alone.
   *
   * @param missing how many seconds shorter each had to be to keep the bound; 0 or less if it does
   */
  int windowsMadeSlow(double[] missing) {
    double[] slow = Arrays.stream(missing).filter(each -> each > 0).sorted().toArray();
    double rest = seconds;
    int count = 0;
    while (count < slow.length && slow[count] <= rest) {
      rest -= slow[count];
      count++;
    }
    return count;
  }

  /**
   * How many operations can have been too long by it alone.
   *
   * @param orAsLong whether those just as long as the bound are too long
   */
  double operationsMadeLate(Latencies all, double bound, boolean orAsLong) {
    Double rate = perSecond;
    if (rate == null) {
      return all.countMadeShort(bound, orAsLong, seconds * atOnce);
    }
    // those due during one wait of w end up to w late, the last ones hardly: w * w / 2 each second
    double late = Math.max(seconds * atOnce, rate * seconds * seconds / 2);
    return Math.min(rate * seconds + atOnce, all.countMadeShort(bound, orAsLong, late));
  }
}
