package dev.cleave.bench.qualify;

import dev.cleave.tuner.qualify.Metric;
import dev.cleave.tuner.qualify.Requirement;
import dev.cleave.tuner.qualify.Window;
import java.util.List;

/**
 * For how long our own threads must have waited for a processor if that alone made a requirement
 * fail. When they waited isn't known, so it is the least that can do it: waiting that hit just
 * those windows or operations which are nearest to the bound.
 */
final class WaitingTime {
  private WaitingTime() {}

  /**
   * In seconds: 0 or less if the bound is kept, infinite if no waiting makes it worse.
   *
   * @param windows that the requirement is about
   */
  static double thatExplains(Requirement requirement, List<Window> windows) {
    boolean isRate = requirement.metric().isRate();
    if (isRate != requirement.comparison().isUpwards()) {
      return Double.POSITIVE_INFINITY;
    }
    Double percentile = requirement.percentile();
    if (!isRate) {
      Latencies all = Latencies.of(windows.stream().map(Window::latencies).toList());
      // while one thread waits all its requests do
      return all.secondsBeyond(requirement.bound(), percentile == null ? 0 : 1 - percentile)
          / requirement.workload().queueDepth();
    }
    return percentile == null
        ? windows.stream().mapToDouble(window -> ofWindow(requirement, window)).sum()
        : ofSlowWindows(requirement, windows, percentile);
  }

  /** Without which it had been as fast as is asked for; below 0 if it was faster. */
  private static double ofWindow(Requirement requirement, Window window) {
    double done = requirement.metric() == Metric.THROUGHPUT ? window.bytes() : window.operations();
    return window.seconds() - done / requirement.bound();
  }

  /** All but those that may be slower. */
  private static double ofSlowWindows(
      Requirement requirement, List<Window> windows, double percentile) {
    double[] slow =
        windows.stream()
            .mapToDouble(window -> ofWindow(requirement, window))
            .filter(seconds -> seconds > 0)
            .sorted()
            .toArray();
    int allowed = (int) (percentile * windows.size());
    double sum = 0;
    for (int i = 0; i < slow.length - allowed; i++) {
      sum += slow[i];
    }
    return sum;
  }
}
