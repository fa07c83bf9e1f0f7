package dev.cleave.bench.qualify;

import dev.cleave.tuner.qualify.Requirement;
import dev.cleave.tuner.qualify.Window;
import dev.cleave.tuner.qualify.Workload;
import java.util.List;

/**
 * What the waiting of our own thread for a processor can have done to windows, at most: what a
 * requirement would be judged by without it.
 */
final class Waiting {
  /** A window of nothing but waiting says nothing of the device. */
  private static final double MOST_SHARE = 0.99;

  private Waiting() {}

  static double seconds(List<Window> windows) {
    return windows.stream().mapToDouble(Waiting::seconds).sum();
  }

  private static double seconds(Window window) {
    Double waited = window.waitedSeconds();
    return waited == null ? 0 : Math.min(MOST_SHARE * window.seconds(), waited);
  }

  /** The windows as they were had they lasted shorter by as much. */
  static List<Window> without(List<Window> windows) {
    return windows.stream().map(Waiting::without).toList();
  }

  private static Window without(Window window) {
    return new Window(
        window.startSeconds(),
        window.seconds() - seconds(window),
        window.bytes(),
        window.bytesWritten(),
        window.operations(),
        window.latencies(),
        0.0);
  }

  /**
   * How many operations can have been too long by it alone.
   *
   * <p>While the thread waits all its operations do, so each can be given back as much in all as
   * there were in flight; those that are nearest to the bound come first. Where operations fall due
   * by the clock they also wait for each other: a wait as long as a usual one has to spare may have
   * made all of its window late, and of the one behind it.
   *
   * @param orAsLong whether those just as long as the bound are too long
   */
  static double operationsMadeLate(
      Requirement requirement, List<Window> windows, boolean orAsLong) {
    Workload workload = requirement.workload();
    double bound = requirement.bound();
    double made = 0;
    boolean heldUp = false;
    for (Window window : windows) {
      double waited = seconds(window);
      Latencies latencies = Latencies.of(List.of(window.latencies()));
      boolean holdsUp =
          workload.perSecond() != null && waited > 0 && waited >= bound - latencies.seconds(0.5);
      made +=
          holdsUp || heldUp
              ? latencies.shareBeyond(bound, orAsLong) * latencies.count()
              : latencies.countMadeShort(bound, orAsLong, waited * workload.queueDepth());
      heldUp = holdsUp;
    }
    return made;
  }
}
