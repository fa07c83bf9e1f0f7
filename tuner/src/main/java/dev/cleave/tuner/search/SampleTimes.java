package dev.cleave.tuner.search;

import dev.cleave.tuner.measure.Candidate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long samples take on the wall clock, with all that surrounds the copy itself, and so how long
 * the next ones will.
 */
final class SampleTimes {
  /** So many of the last times of a candidate count: enough to pass over an outlier. */
  private static final int RECENT = 5;

  private final Map<String, List<Double>> secondsByCandidate = new HashMap<>();
  private final List<Double> closingSeconds = new ArrayList<>();

  void sampleTook(String candidate, double seconds) {
    secondsByCandidate.computeIfAbsent(candidate, name -> new ArrayList<>()).add(seconds);
  }

  /** What a round took beyond its last sample. */
  void closingTook(double seconds) {
    closingSeconds.add(seconds);
  }

  /** 0 as long as nothing was measured; a candidate without a sample counts as the slowest one. */
  double expectedSeconds(List<Candidate> order) {
    double seconds = recentMedian(closingSeconds);
    for (Candidate candidate : order) {
      seconds += expectedSeconds(candidate.name());
    }
    return seconds;
  }

  private double expectedSeconds(String candidate) {
    List<Double> own = secondsByCandidate.get(candidate);
    return own == null
        ? secondsByCandidate.values().stream()
            .mapToDouble(SampleTimes::recentMedian)
            .max()
            .orElse(0)
        : recentMedian(own);
  }

  private static double recentMedian(List<Double> seconds) {
    double[] recent =
        seconds.subList(Math.max(0, seconds.size() - RECENT), seconds.size()).stream()
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    int middle = recent.length / 2;
    if (recent.length == 0) {
      return 0;
    }
    return recent.length % 2 == 1 ? recent[middle] : (recent[middle - 1] + recent[middle]) / 2;
  }
}
