package dev.cleave.bench.qualify;

import dev.cleave.tuner.qualify.Comparison;
import dev.cleave.tuner.qualify.Measurement;
import dev.cleave.tuner.qualify.Metric;
import dev.cleave.tuner.qualify.Requirement;
import dev.cleave.tuner.qualify.Window;
import dev.cleave.tuner.stats.LevelChange;
import dev.cleave.tuner.stats.SerialMean;
import dev.cleave.tuner.stats.SteadyState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The windows that a requirement is about.
 *
 * @param missing why they don't decide it, whatever they say; null if they may
 * @param startWindows how many were left out because the load was still getting faster: what starts
 *     up there is our own code as well, and a mean over it is none of anything
 */
record Measured(
    Requirement requirement, List<Window> windows, @Nullable String missing, int startWindows) {
  Measured {
    windows = List.copyOf(windows);
  }

  static Measured of(Requirement requirement, List<Measurement> measurements) {
    List<Window> windows = new ArrayList<>();
    int startWindows = 0;
    for (Measurement measurement : measurements) {
      Measured one =
          switch (requirement.part()) {
            case WHOLE -> whole(requirement, measurement.windows());
            case BURST -> burst(requirement, measurement);
            case SUSTAINED -> sustained(requirement, measurement);
          };
      if (one.missing != null) {
        return one;
      }
      windows.addAll(one.windows);
      startWindows += one.startWindows;
    }
    return windows.size() < SerialMean.LEAST_VALUES
        ? new Measured(
            requirement, windows, "there are only " + windows.size() + " windows to judge by", 0)
        : new Measured(requirement, windows, null, startWindows);
  }

  /** A mean is that of what follows the start; percentiles are of all. */
  private static Measured whole(Requirement requirement, List<Window> windows) {
    int start =
        requirement.metric().isRate() && requirement.percentile() == null
            ? LoadShapes.start(LevelChange.allOf(values(requirement, windows)), windows.size())
            : 0;
    return new Measured(requirement, windows.subList(start, windows.size()), null, start);
  }

  private static Measured burst(Requirement requirement, Measurement measurement) {
    List<Window> windows = measurement.windows();
    LevelChange fall = LevelChange.firstFall(LevelChange.allOf(values(requirement, windows)));
    return new Measured(
        requirement, windows.subList(0, LoadShapes.burstEnd(fall, windows.size())), null, 0);
  }

  /** Behind what the requirement states, behind the last change of level, and in a steady state. */
  private static Measured sustained(Requirement requirement, Measurement measurement) {
    List<Window> all = measurement.windows();
    boolean needsBytes = measurement.workload().kind().writes();
    if (requirement.afterSeconds() == null || (needsBytes && requirement.afterBytes() == null)) {
      return none(
          requirement,
          "'sustained' needs "
              + (needsBytes ? "after-written and after-time" : "after-time")
              + ": behind how much load this device is at rest");
    }
    double[] values = values(requirement, all);
    int first =
        Math.max(firstBehind(requirement, all), LoadShapes.lastChange(LevelChange.allOf(values)));
    List<Window> rest = all.subList(first, all.size());
    if (rest.size() < 2 * SteadyState.ROUNDS) {
      return none(
          requirement,
          String.format(
              Locale.ROOT,
              "only %d windows lie behind the stated volume and time and the last change of speed;"
                  + " about %.0f s more would decide",
              rest.size(),
              (2 * SteadyState.ROUNDS - rest.size()) * measurement.workload().windowSeconds()));
    }
    double[] level = values(requirement, rest);
    SteadyState steady = SteadyState.ofWindows(level);
    if (!steady.isReached()) {
      return none(
          requirement,
          String.format(
              Locale.ROOT,
              "no steady state: the last five rounds differ by %.0f %%, their slope is %.0f %%",
              100 * steady.range(),
              100 * steady.slopeExcursion()));
    }
    if (fallsToBound(requirement, steady)) {
      return none(requirement, "it is still falling, and is about to fall below the bound");
    }
    return new Measured(requirement, rest, null, 0);
  }

  /** Whether the line through the rounds ends on the bad side, though their mean doesn't. */
  private static boolean fallsToBound(Requirement requirement, SteadyState steady) {
    boolean falls = steady.rounds().getLast() < steady.rounds().getFirst();
    double end = steady.mean() * (1 - (falls ? steady.slopeExcursion() / 2 : 0));
    return requirement.comparison().holds(steady.mean(), requirement.bound())
        && !requirement.comparison().holds(end, requirement.bound());
  }

  private static int firstBehind(Requirement requirement, List<Window> windows) {
    long written = 0;
    Long bytes = requirement.afterBytes();
    Double seconds = requirement.afterSeconds();
    for (int i = 0; i < windows.size(); i++) {
      boolean enough = bytes == null || written >= bytes;
      if (enough && (seconds == null || windows.get(i).startSeconds() >= seconds)) {
        return i;
      }
      written += windows.get(i).bytesWritten();
    }
    return windows.size();
  }

  private static Measured none(Requirement requirement, String why) {
    return new Measured(requirement, List.of(), why, 0);
  }

  Estimate estimate(Estimate.Errors errors) {
    Comparison comparison = requirement.comparison();
    double bound = requirement.bound();
    Double percentile = requirement.percentile();
    if (requirement.metric() == Metric.LATENCY && percentile != null) {
      boolean orAsLong = comparison == Comparison.BELOW;
      return Estimate.ofLatencies(
          windows.stream().map(Window::latencies).toList(),
          percentile,
          Waiting.operationsMadeLate(requirement, windows, orAsLong),
          comparison,
          bound,
          errors);
    }
    double[] values = values(requirement, windows);
    double[] atBest = values(requirement, Waiting.without(windows));
    return percentile == null
        ? Estimate.ofMean(values, atBest, comparison, bound, errors)
        : Estimate.ofWindows(values, atBest, percentile, comparison, bound, errors);
  }

  private static double[] values(Requirement requirement, List<Window> windows) {
    return windows.stream()
        .mapToDouble(
            requirement.metric() == Metric.THROUGHPUT
                ? Window::bytesPerSecond
                : Window::operationsPerSecond)
        .toArray();
  }
}
